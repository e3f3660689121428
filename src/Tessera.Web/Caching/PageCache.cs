using System.Collections.Concurrent;

namespace Tessera.Web.Caching;

/// <summary>
/// The portal's pages as they were last made. A change of an office's register makes all its pages stale at once, and the index of offices with them; a page
/// that was begun before a change and finished after it is not kept. Bounded in bytes: when it is full, the half that was not asked for
/// longest goes. Looking up costs one hash.
/// </summary>
public sealed class PageCache
{
    /// <summary>Said when everything has become stale.</summary>
    public const string Everything = "*";

    /// <summary>The tag of what shows several offices, so that every change makes it stale.</summary>
    public const string AllOffices = "offices";

    private readonly ConcurrentDictionary<string, CachedResponse> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _changed = new(StringComparer.Ordinal);
    private readonly Lock _room = new();
    private readonly long _most;
    private long _generation;
    private long _size;
    private long _clock;

    /// <param name="most">Bytes at the most.</param>
    public PageCache(long most = 64L * 1024 * 1024) => _most = most;

    /// <summary>To be asked before a page is made, and given to <see cref="Keep"/> with it.</summary>
    public long Generation => Volatile.Read(ref _generation);

    /// <summary>Bytes in use.</summary>
    public long Size => Volatile.Read(ref _size);

    /// <summary>The page, unless there is none or it has become stale.</summary>
    internal CachedResponse? Find(string key)
    {
        if (!_pages.TryGetValue(key, out var page)) return null;
        if (IsStale(page))
        {
            Drop(key, page);
            return null;
        }

        // The clock moves when a page is kept, not when one is read: readers on all cores would otherwise write the same word of memory.
        page.LastUsed = Volatile.Read(ref _clock);
        return page;
    }

    /// <summary>Keeps a page, unless its office changed since it was begun.</summary>
    internal void Keep(string key, CachedResponse page)
    {
        if (page.Size > _most / 4 || IsStale(page)) return;
        page.LastUsed = Interlocked.Increment(ref _clock);
        if (_pages.TryGetValue(key, out var old)) Drop(key, old);
        if (_pages.TryAdd(key, page) && Interlocked.Add(ref _size, page.Size) > _most) MakeRoom();
    }

    /// <summary>Makes an office's pages stale, and those that show all offices; <see cref="Everything"/> empties the cache.</summary>
    public void Evict(string tag)
    {
        var now = Interlocked.Increment(ref _generation);
        Mark(tag, now);
        if (tag != Everything) Mark(AllOffices, now);
        foreach (var (key, page) in _pages)
        {
            if (IsStale(page)) Drop(key, page);
        }
    }

    /// <summary>Did its office change since the page was begun?</summary>
    internal bool IsStale(CachedResponse page) =>
        (_changed.TryGetValue(page.Tag, out var changed) && changed > page.Generation) || (_changed.TryGetValue(Everything, out var all) && all > page.Generation);

    /// <summary>Of two changes at once the later counts, whichever is written down last.</summary>
    private void Mark(string tag, long generation) => _changed.AddOrUpdate(tag, generation, (_, known) => Math.Max(known, generation));

    private void Drop(string key, CachedResponse page)
    {
        if (_pages.TryRemove(new KeyValuePair<string, CachedResponse>(key, page))) Interlocked.Add(ref _size, -page.Size);
    }

    private void MakeRoom()
    {
        lock (_room)
        {
            if (Size <= _most) return;
            foreach (var (key, page) in _pages.OrderBy(p => p.Value.LastUsed).ToList())
            {
                if (Size <= _most / 2) return;
                Drop(key, page);
            }
        }
    }
}
