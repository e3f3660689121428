namespace Tessera.Features.Offices;

/// <summary>Needs that are told together: one alone, or all of a kind when they are many.</summary>
/// <param name="Needs">The most urgent first.</param>
public sealed record NeedGroup(NeedKind Kind, IReadOnlyList<Need> Needs)
{
    /// <summary>So many of a kind are still told one by one.</summary>
    public const int Few = 5;

    /// <summary>So many of a group are told at once.</summary>
    public const int AtOnce = 3;

    /// <summary>Does it stand for more than one?</summary>
    public bool IsMany => Needs.Count > 1;

    /// <summary>Those told at once.</summary>
    public IEnumerable<Need> First => Needs.Take(AtOnce);

    /// <summary>Those to be looked up.</summary>
    public IEnumerable<Need> Others => Needs.Skip(AtOnce);

    /// <summary>Needs in their order, those of a kind that has more than <see cref="Few"/> together where the first of them stands; within a group the earliest day first.</summary>
    public static IReadOnlyList<NeedGroup> Of(IReadOnlyList<Need> needs)
    {
        var many = needs.GroupBy(n => n.Kind).Where(g => g.Count() > Few).ToDictionary(g => g.Key, g => g.OrderBy(n => n.Day is null).ThenBy(n => n.Day).ToList());
        var groups = new List<NeedGroup>();
        foreach (var need in needs)
        {
            if (!many.TryGetValue(need.Kind, out var all)) groups.Add(new NeedGroup(need.Kind, [need]));
            else if (groups.All(g => g.Kind != need.Kind)) groups.Add(new NeedGroup(need.Kind, all));
        }

        return groups;
    }
}
