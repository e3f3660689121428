namespace Tessera.Domain.Calendar;

/// <summary>What a visit costs.</summary>
public enum CostKind
{
    /// <summary>The journey to the agreed point of arrival and back.</summary>
    Travel,

    /// <summary>Beds.</summary>
    Lodging,

    /// <summary>Food and drink.</summary>
    Meals,

    /// <summary>Journeys at the place.</summary>
    LocalTransport,

    /// <summary>Entrance fees, guides, halls.</summary>
    Programme,

    /// <summary>Interpreters.</summary>
    Interpreter,
}

/// <summary>Who pays a cost of a visit.</summary>
public enum CostBearer
{
    /// <summary>The side that comes.</summary>
    Guest,

    /// <summary>The side that receives.</summary>
    Host,

    /// <summary>Both, half and half.</summary>
    Both,

    /// <summary>A project or a third party.</summary>
    Others,
}

/// <summary>Who pays one cost.</summary>
/// <param name="IsChanged">Is it other than usual?</param>
public readonly record struct CostShare(CostKind Kind, CostBearer Bearer, bool IsChanged);

/// <summary>
/// Who pays what of a visit. Usual between twin towns: the guest pays the journey to the agreed point of arrival, the host lodging, meals, transport at the
/// place, programme and interpreter (Sölvesborg's policy for twin towns). Each visit may differ.
/// </summary>
public static class CostSplit
{
    /// <summary>Who pays a cost when nothing else was agreed.</summary>
    public static CostBearer Usual(CostKind kind) => kind is CostKind.Travel ? CostBearer.Guest : CostBearer.Host;

    /// <summary>Is such an activity one whose costs are split between guest and host?</summary>
    public static bool AppliesTo(ActivityKind kind) => kind is ActivityKind.IncomingVisit or ActivityKind.OutgoingVisit;

    /// <summary>Every cost with who pays it, in the order of the kinds.</summary>
    /// <param name="agreed">What was agreed for this visit.</param>
    public static IReadOnlyList<CostShare> Of(IReadOnlyDictionary<CostKind, CostBearer> agreed) =>
        [.. Enum.GetValues<CostKind>().Select(k => agreed.TryGetValue(k, out var bearer) ? new CostShare(k, bearer, bearer != Usual(k)) : new CostShare(k, Usual(k), false))];

    /// <summary>Is it our side that pays, in a visit of this direction? Null where neither side alone does.</summary>
    public static bool? IsOurs(ActivityKind kind, CostBearer bearer) => bearer switch
    {
        CostBearer.Guest => kind is ActivityKind.OutgoingVisit,
        CostBearer.Host => kind is ActivityKind.IncomingVisit,
        _ => null,
    };
}
