using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Reconciliation;

namespace Tessera.Features.Pairs;

/// <summary>What is to be done with a register of pairs.</summary>
/// <param name="Office">The office that takes the pairs of its own authority; null for every office of the installation that is not suspended, each its own.</param>
/// <param name="Source">What the register is called, at most 300 letters: the source of each partner.</param>
/// <param name="StatedOn">The day for which the register holds.</param>
/// <param name="IsTrial">Is only to be told what would be taken, and nothing changed?</param>
public sealed record PairWork(string? Office, string Source, PartialDate StatedOn, bool IsTrial);

/// <summary>What became of a line.</summary>
public enum PairAnswer
{
    /// <summary>Its partner came into the register.</summary>
    Taken,

    /// <summary>The office has this partner.</summary>
    Same,

    /// <summary>An earlier line says the same.</summary>
    Twice,

    /// <summary>Something speaks against it: it waits at the desk.</summary>
    Waiting,

    /// <summary>Only the partner's side says it: it waits at the desk of the office.</summary>
    TheirsOnly,

    /// <summary>It speaks of no office that is asked for.</summary>
    Elsewhere,

    /// <summary>It cannot be read as a pair.</summary>
    Faulty,
}

/// <summary>What became of a line, for whom.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Office">The slug; null for a line of no office, or one that cannot be read.</param>
/// <param name="Partner">Of whom it speaks; empty where that cannot be read.</param>
/// <param name="Reason">Of one that waits, a word of <see cref="RegisterReasons"/>; of a faulty one, a word of <see cref="RegisterFaults"/>; else null.</param>
/// <param name="Arguments">What the reason's sentence names.</param>
public sealed record PairOutcome(int Line, string? Office, string Partner, PairAnswer Answer, string? Reason, IReadOnlyDictionary<string, string> Arguments);

/// <summary>What came of an import.</summary>
/// <param name="Id">By which all of it is taken back; null when nothing was written.</param>
/// <param name="Lines">How many lines the file has, the heading and empty ones apart.</param>
/// <param name="Offices">How many offices took something.</param>
/// <param name="Counts">How many lines became what. A line between two offices is counted for each.</param>
public sealed record ImportedPairs(Guid? Id, int Lines, int Offices, IReadOnlyDictionary<PairAnswer, int> Counts);

/// <summary>What came of taking an import back.</summary>
/// <param name="Offices">Offices whose readings were undone.</param>
/// <param name="Undone">Partners that left.</param>
/// <param name="Left">Records that somebody has changed since, by office and key; they were left.</param>
public sealed record UndonePairs(int Offices, int Undone, IReadOnlyList<(string Office, string Key)> Left);
