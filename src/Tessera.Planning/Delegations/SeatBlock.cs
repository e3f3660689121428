namespace Tessera.Planning.Delegations;

/// <summary>How a member sits: a substitute is a member too and takes the place of a representative who is away.</summary>
public enum SeatKind
{
    Representative,
    Substitute,
}

/// <summary>The chamber of a body; <see cref="None"/> where the body has one hall.</summary>
public enum Chamber
{
    None,
    Local,
    Regions,
}

/// <summary>Seats of one kind in one chamber of one delegation: between them it makes no difference who has which.</summary>
/// <param name="Delegation">Whose delegation, such as a country's code; empty where there is only one.</param>
/// <param name="Seats">How many, 0 or more.</param>
public sealed record SeatBlock(string Delegation, SeatKind Kind, Chamber Chamber, int Seats);

/// <summary>Which seats a rule is about.</summary>
/// <param name="Kind">None means representatives and substitutes together.</param>
/// <param name="Chamber">None means all chambers together.</param>
public sealed record SeatScope(SeatKind? Kind = null, Chamber? Chamber = null)
{
    /// <summary>The whole delegation.</summary>
    public static SeatScope Whole { get; } = new();

    public static SeatScope Representatives { get; } = new(SeatKind.Representative);

    public static SeatScope Substitutes { get; } = new(SeatKind.Substitute);

    public bool Covers(SeatKind kind, Chamber chamber) => (Kind is null || Kind == kind) && (Chamber is null || Chamber == chamber);
}
