namespace Tessera.Domain.Authorities;

/// <summary>
/// Who stands for an authority on a day: the events are followed from the body that signed to those that came of it.
/// A breadth-first walk, linear in the events; an authority that never ended stands for itself; a circle in the data ends the walk.
/// </summary>
public static class Succession
{
    /// <summary>
    /// The bodies that on <paramref name="day"/> had taken the place of <paramref name="authority"/>, empty when it still stands
    /// itself or ended without a successor. An event counts when its date had certainly passed.
    /// </summary>
    public static IReadOnlyList<string> Of(string authority, IReadOnlyCollection<AuthorityEvent> events, DateOnly day)
    {
        var successors = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { authority };
        var open = new Queue<string>([authority]);
        while (open.TryDequeue(out var body))
        {
            var followers = Followers(body, events, day).Where(seen.Add).ToList();
            if (followers.Count == 0 && body != authority) successors.Add(body);
            foreach (var follower in followers) open.Enqueue(follower);
        }

        return successors;
    }

    private static IEnumerable<string> Followers(string body, IEnumerable<AuthorityEvent> events, DateOnly day) =>
        events.Where(e => e.Kind is not AuthorityEventKind.Transfer && e.From.Contains(body) && e.Date.Latest <= day)
            .SelectMany(e => e.To).Where(to => to != body);
}
