using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Authorities;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Storage;

namespace Tessera.Features.Authorities;

/// <summary>The events around some authorities, and who stands for them on a day.</summary>
internal sealed class SuccessionReading
{
    private readonly List<AuthorityEventRow> _rows;
    private readonly List<AuthorityEvent> _events;
    private readonly Dictionary<string, LocalText> _names;

    private SuccessionReading(List<AuthorityEventRow> rows)
    {
        _rows = rows;
        _events = [.. rows.Select(Event)];
        _names = rows.SelectMany(r => r.Parties).Select(p => p.Authority!).DistinctBy(a => a.Id).ToDictionary(a => a.Key, a => a.Names);
    }

    /// <summary>Reads the events that touch these authorities or those that came of them; one query when none ever ended.</summary>
    public static async Task<SuccessionReading> ForAsync(TesseraDb db, IEnumerable<Guid> authorities, CancellationToken cancellation)
    {
        var ids = authorities.ToHashSet();
        while (true)
        {
            var rows = await db.AuthorityEvents.Include(e => e.Source).Include(e => e.Parties).ThenInclude(p => p.Authority)
                .Where(e => e.Parties.Any(p => ids.Contains(p.AuthorityId))).OrderBy(e => e.Key).ToListAsync(cancellation);
            var known = ids.Count;
            ids.UnionWith(rows.SelectMany(e => e.Parties).Where(p => p.Side == AuthorityEventPartyRow.ToSide).Select(p => p.AuthorityId));
            if (ids.Count == known) return new SuccessionReading(rows);
        }
    }

    /// <summary>The names of those that stand for an authority.</summary>
    public IReadOnlyList<LocalText> SuccessorsOf(string authority, DateOnly day) =>
        [.. Succession.Of(authority, _events, day).Select(key => _names[key])];

    /// <summary>The events in which an authority took part, and those that followed, oldest first.</summary>
    public IReadOnlyList<AuthorityEventView> EventsOf(string authority)
    {
        var line = new HashSet<string>(StringComparer.Ordinal) { authority };
        var events = _rows.OrderBy(r => r.Date).Where(r => r.Parties.Any(p => line.Contains(p.Authority!.Key)) && Follow(r, line)).ToList();
        return [.. events.Select(e => e.View())];
    }

    private static bool Follow(AuthorityEventRow row, HashSet<string> line)
    {
        if (row.Parties.Any(p => p.Side == AuthorityEventPartyRow.FromSide && line.Contains(p.Authority!.Key)))
        {
            line.UnionWith(row.Parties.Where(p => p.Side == AuthorityEventPartyRow.ToSide).Select(p => p.Authority!.Key));
        }

        return true;
    }

    private static AuthorityEvent Event(AuthorityEventRow row) => new(row.Key, row.Kind, row.Date, Keys(row, AuthorityEventPartyRow.FromSide), Keys(row, AuthorityEventPartyRow.ToSide));

    private static List<string> Keys(AuthorityEventRow row, string side) => [.. row.Parties.Where(p => p.Side == side).Select(p => p.Authority!.Key)];
}
