using Tessera.Domain.Vocabulary;
using Tessera.Features.History;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Reading;

namespace Tessera.Features.Readings;

/// <summary>How a page came to be read.</summary>
public enum ReadingKind
{
    /// <summary>Its text was pasted.</summary>
    Pasted,

    /// <summary>It was uploaded.</summary>
    File,

    /// <summary>It was fetched from its address.</summary>
    Address,
}

/// <summary>What became of a proposal.</summary>
public enum ReadingState
{
    /// <summary>Nobody has decided.</summary>
    Open,

    /// <summary>It became a partner.</summary>
    Taken,

    /// <summary>An existing partner got what it lacked.</summary>
    Joined,

    /// <summary>It was rejected.</summary>
    Rejected,

    /// <summary>An earlier reading of the page said the same, and somebody decided then.</summary>
    Same,

    /// <summary>It was taken or joined, and that was undone.</summary>
    Undone,
}

/// <summary>What a long run over a reading does.</summary>
public enum ReadingWorkKind
{
    /// <summary>It takes every proposal that is trusted so far.</summary>
    Take,

    /// <summary>It takes back everything that the reading brought.</summary>
    Undo,
}

/// <summary>What an office said of the columns under some headings.</summary>
/// <param name="Headings">What they are known by.</param>
public sealed record RememberedColumns(string Headings, IReadOnlyList<ToldColumn> Columns, DateTimeOffset ToldAt, string ToldBy);

/// <summary>A page to be read.</summary>
/// <param name="Title">What the page is called; empty for its own title. Two readings of one title are two versions of one page.</param>
/// <param name="Address">Where it was fetched; null otherwise.</param>
/// <param name="Content">The file, or the text in UTF-8.</param>
/// <param name="ContentType">What the host from which it came says it is; null otherwise.</param>
/// <param name="FileName">What the file is called, which a table without a title of its own is named after; null otherwise.</param>
public sealed record PageSent(ReadingKind Kind, string Title, string? Address, byte[] Content, string? ContentType = null, string? FileName = null);

/// <summary>A reading in the list.</summary>
/// <param name="Items">How many proposals it made.</param>
/// <param name="Open">How many of them wait for a decision.</param>
public sealed record ReadingCard(Guid Id, string Title, ReadingKind Kind, string? Address, DateTimeOffset MadeAt, string MadeBy, DateTimeOffset? UndoneAt, int Items, int Open);

/// <summary>A reading with the page's text and all its proposals.</summary>
public sealed record ReadingPage(ReadingCard Card, string Text, IReadOnlyList<string> Languages, IReadOnlyList<ReadingItem> Items)
{
    /// <summary>What the columns of its tables were taken for.</summary>
    public IReadOnlyList<TableMapping> Tables { get; init; } = [];
}

/// <summary>Which proposals of a reading are shown.</summary>
public enum ReadingFilter
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Those on which nobody has decided.</summary>
    Waiting,

    /// <summary>Those that became a partner or were joined with one.</summary>
    Taken,

    /// <summary>Those that were rejected.</summary>
    Rejected,

    /// <summary>Those that wait and are trusted little: less than <see cref="ReadingService.SureFrom"/>.</summary>
    Unsure,
}

/// <summary>How many proposals there are.</summary>
/// <param name="States">By what became of them; none is left out that there is.</param>
/// <param name="Filters">By what is shown.</param>
/// <param name="Waiting">Those that wait, by how far they are trusted in whole per cent.</param>
public sealed record ReadingCounts(IReadOnlyDictionary<ReadingState, int> States, IReadOnlyDictionary<ReadingFilter, int> Filters, IReadOnlyDictionary<int, int> Waiting)
{
    /// <summary>How many brought something that can be undone.</summary>
    public int Brought => States.GetValueOrDefault(ReadingState.Taken) + States.GetValueOrDefault(ReadingState.Joined);

    /// <summary>How many wait that are trusted at least so far.</summary>
    public int WaitingFrom(int percent) => Waiting.Where(w => w.Key >= percent).Sum(w => w.Value);
}

/// <summary>A page of a reading's proposals, with the whole text.</summary>
/// <param name="Reading">With the proposals of this page alone.</param>
/// <param name="Page">From 1; the last where a later one was asked for.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Work">The run over it that was ordered last; null when there was none.</param>
public sealed record ReadingSlice(ReadingPage Reading, ReadingCounts Counts, ReadingFilter Filter, int Page, int Pages, ReadingWork? Work);

/// <summary>A proposal and what became of it.</summary>
/// <param name="Partner">The key of the partner it became or was joined with, while that is there.</param>
/// <param name="Corrections">What was corrected by hand.</param>
/// <param name="Likely">Partners that it may be, the likeliest first.</param>
public sealed record ReadingItem(int Number, Proposal Proposal, ReadingState State, string? Partner, IReadOnlyList<FieldChangeView> Corrections, IReadOnlyList<LikelyPartner> Likely);

/// <summary>Why a partner of the register is likely the one that is proposed.</summary>
public enum Likeness
{
    /// <summary>An earlier reading of the page became it.</summary>
    Earlier,

    /// <summary>It lies at the same place of the directory.</summary>
    Place,

    /// <summary>It bears the same name in the same country.</summary>
    Name,

    /// <summary>All words of one name stand in the other's, in the same country.</summary>
    Words,
}

/// <summary>A partner of the register that a proposal may be.</summary>
public sealed record LikelyPartner(string Key, LocalText Names, Likeness Because);

/// <summary>What came of reading: the reading, or why there is none.</summary>
public sealed record PageRead(Guid? Id, string? Refusal);

/// <summary>What came of deciding on a proposal: the partner, or what stands against it, and then nothing was changed.</summary>
/// <param name="Partner">The partner's key; null for a rejection or a refusal.</param>
public sealed record Decision(string? Partner, IReadOnlyList<Finding> Findings)
{
    /// <summary>Was it done?</summary>
    public bool IsDone => Findings.Count == 0;
}

/// <summary>What came of taking all: how many were taken, how many wait because the register has such a partner, how many because something speaks against them.</summary>
public sealed record TakenTogether(int Taken, int Likely, int Refused);

/// <summary>A proposal that was decided on.</summary>
/// <param name="Name">As it was read.</param>
public sealed record TakenItem(int Number, string Name);

/// <summary>How far taking several has come: which was decided last, as how many of how many, and how; how many wait or were refused until then.</summary>
public sealed record TakingProgress(int Done, int Of, int Likely, int Refused, TakenItem Item, Decision Decision);

/// <summary>A run over a reading's proposals and how far it is.</summary>
/// <param name="Total">Proposals there were to work on.</param>
/// <param name="Done">Taken, or taken back.</param>
/// <param name="LeftNames">Whose records were changed meanwhile and stay.</param>
public sealed record ReadingWork(ReadingWorkKind Kind, int Total, int Done, int Refused, int Likely, IReadOnlyList<string> LeftNames, DateTimeOffset OrderedAt, string OrderedBy, DateTimeOffset? EndedAt);

/// <summary>What came of undoing a reading.</summary>
/// <param name="Undone">Proposals of which nothing is left.</param>
/// <param name="Left">Records that somebody has changed since, by the name of their partner; they were left.</param>
public sealed record UndoneReading(int Undone, IReadOnlyList<LeftRecord> Left);

/// <summary>A record that was brought by a reading and changed since.</summary>
/// <param name="Subject">partner or agreement.</param>
public sealed record LeftRecord(string Subject, string Key, string Partner, LocalText Names);
