namespace Tessera.Domain.Vocabulary;

/// <summary>What reading a text came to: a date, or the code of why not.</summary>
internal readonly record struct PartialDateReading(PartialDate? Value, string? Refusal)
{
    public static readonly PartialDateReading Unknown = new(null, PartialDateRefusal.UnknownForm);

    public bool IsUnknown => Value is null && Refusal == PartialDateRefusal.UnknownForm;

    public static PartialDateReading Of(PartialDate value) => new(value, null);

    public static PartialDateReading Refused(string refusal) => new(null, refusal);

    /// <summary>The first attempt that gives a date; else the first that can say more than "unknown form".</summary>
    public static PartialDateReading FirstOf(IEnumerable<PartialDateReading> attempts)
    {
        var best = Unknown;
        foreach (var attempt in attempts)
        {
            if (attempt.Value is not null)
                return attempt;
            if (best.IsUnknown)
                best = attempt;
        }
        return best;
    }

    /// <summary>The one date of a reading of <see cref="PartialDateRelation.At"/>, put into another relation.</summary>
    public PartialDateReading Then(Func<PartialDatePoint, PartialDateReading> next) =>
        Value is { Relation: PartialDateRelation.At, Start: { } point } ? next(point) : Value is null ? this : Unknown;
}
