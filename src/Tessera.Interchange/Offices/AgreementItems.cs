using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Offices;

/// <summary>An agreement with a partner.</summary>
public sealed record AgreementItem
{
    /// <summary>Unique in the office, since it is the agreement's address.</summary>
    public required string Key { get; init; }

    /// <summary>twinning | cooperation | friendship | memorandum | letter-of-intent | protocol | project-partnership</summary>
    public required string Kind { get; init; }

    /// <summary>The kind in the register's own word, such as "Testvérkapcsolat".</summary>
    public string? RegisteredKind { get; init; }

    /// <summary>The decision's number as it is cited, such as "271/2017"; null when the source names none.</summary>
    public string? Decision { get; init; }

    /// <summary>The body that decided; empty when the source does not say.</summary>
    public LocalText DecisionBody { get; init; } = LocalText.Empty;

    /// <summary>Key of the authority that signed, where it is not the partner's present one.</summary>
    public string? SignedWith { get; init; }

    public IReadOnlyList<AgreementDateItem> Dates { get; init; } = [];

    public IReadOnlyList<string> Fields { get; init; } = [];

    public LocalText Purpose { get; init; } = LocalText.Empty;

    public LocalText Note { get; init; } = LocalText.Empty;

    /// <summary>Who signed, a name and office a line.</summary>
    public IReadOnlyList<string> Signatories { get; init; } = [];

    /// <summary>Its last day as it was made; null for no fixed term.</summary>
    public PartialDate? Until { get; init; }

    /// <summary>Months before the end by which notice is to be given.</summary>
    public int? NoticeMonths { get; init; }

    /// <summary>Years by which it prolongs itself; null when it ends.</summary>
    public int? RenewsForYears { get; init; }

    /// <summary>Its life, step by step as recorded.</summary>
    public IReadOnlyList<LifeStepItem> Steps { get; init; } = [];

    /// <summary>What the partner holds of it.</summary>
    public TheirHalfItem? Theirs { get; init; }

    public required string Source { get; init; }
}

/// <summary>A step in the life of an agreement; nothing of it is erased, a later step corrects it.</summary>
public sealed record LifeStepItem
{
    /// <summary>Unique in the agreement.</summary>
    public required string Key { get; init; }

    /// <summary>proposed | exploratory | opinion | approved | signed-here | signed-there | in-force | renewed | reconfirmed | review-begun | review-ended | paused | resumed | downgraded | ended | taken-back | corrected</summary>
    public required string Kind { get; init; }

    public required PartialDate Day { get; init; }

    /// <summary>Key of the stage of the approval route that it fulfils.</summary>
    public string? Stage { get; init; }

    public LocalText Body { get; init; } = LocalText.Empty;

    public string? Decision { get; init; }

    /// <summary>dormant | aims-reached | priorities | means | values | partner-gone | partners-wish | law | mistake | other</summary>
    public string? Reason { get; init; }

    /// <summary>Key of the step that is taken back or corrected.</summary>
    public string? Of { get; init; }

    /// <summary>The kind of agreement that takes its place.</summary>
    public string? To { get; init; }

    /// <summary>The end of the renewed term.</summary>
    public PartialDate? Until { get; init; }

    /// <summary>The number of the document that proves it, as the office's documents are numbered.</summary>
    public string? Document { get; init; }

    public LocalText Note { get; init; } = LocalText.Empty;
}

/// <summary>The partner's half: what they hold, where it is to be seen, and how a disagreement was settled.</summary>
public sealed record TheirHalfItem
{
    /// <summary>The kind they call it, as in agreements.</summary>
    public string? Kind { get; init; }

    public string? Decision { get; init; }

    /// <summary>The date they give for it.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Their own page about it.</summary>
    public string? Page { get; init; }

    /// <summary>When it was seen there or they said so.</summary>
    public PartialDate? SeenOn { get; init; }

    /// <summary>What the document or data is called in which they say so.</summary>
    public string? SaidIn { get; init; }

    /// <summary>How both sides settled what differs; empty while it is open.</summary>
    public LocalText Settled { get; init; } = LocalText.Empty;
}

/// <summary>first-contact | decided | signed | signed-here | signed-there | in-force | renewed | ended | stated, with its date.</summary>
public sealed record AgreementDateItem(string Role, PartialDate Date);
