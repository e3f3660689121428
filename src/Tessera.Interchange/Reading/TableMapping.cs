using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Reading;

/// <summary>Why a column of a table was matched to a field.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ColumnReason>))]
public enum ColumnReason
{
    /// <summary>Its heading is a word of a lexicon.</summary>
    Exact,

    /// <summary>Its heading is a form of a word of a lexicon.</summary>
    Inflected,

    /// <summary>A word within its heading stands in a lexicon.</summary>
    Part,

    /// <summary>By what most of its cells hold.</summary>
    Values,

    /// <summary>Its heading names a language, and its cells name the partners in it.</summary>
    Language,

    /// <summary>Somebody said so.</summary>
    Told,

    /// <summary>Its heading is known, and nothing of the register is meant by it, or another column tells the same better.</summary>
    Unused,

    /// <summary>Nothing tells.</summary>
    None,
}

/// <summary>A column of a table and what it was taken for.</summary>
/// <param name="Column">From 0.</param>
/// <param name="Header">Its heading as printed; empty where it has none.</param>
/// <param name="Field">One of <see cref="ColumnFields.All"/>; null where it was matched to none, and each cell is read by what stands in it.</param>
/// <param name="Language">Whose word the heading is, as a two-letter code; null where no language's word tells.</param>
public sealed record ColumnMatch(int Column, string Header, string? Field, ColumnReason Reason, string? Language);

/// <summary>A table with a header row and what its columns were taken for.</summary>
/// <param name="Table">Its number on the page, from 1; of a workbook the number of the sheet.</param>
/// <param name="Key">What its headings are known by: <see cref="ToldColumns.KeyOf"/>.</param>
/// <param name="Columns">In order; those without a heading too.</param>
public sealed record TableMapping(int Table, string Key, IReadOnlyList<ColumnMatch> Columns)
{
    /// <summary>When somebody told what the columns are; null where nobody did.</summary>
    public DateTimeOffset? ToldAt { get; init; }
}

/// <summary>What somebody says of a column.</summary>
/// <param name="Header">Its heading as printed.</param>
/// <param name="Field">One of <see cref="ColumnFields.All"/>; empty to go by what stands in its cells.</param>
public sealed record ToldColumn(string Header, string Field);

/// <summary>What somebody says of the columns of every table that bears the same headings, in whatever order they stand.</summary>
/// <param name="Key">Of <see cref="KeyOf"/>.</param>
/// <param name="Columns">In the order of the table on which it was said: of two columns of one heading, the first here is the first there.</param>
/// <param name="At">When it was said; null when it is not known.</param>
public sealed record ToldColumns(string Key, IReadOnlyList<ToldColumn> Columns, DateTimeOffset? At = null)
{
    /// <summary>64 hexadecimal digits that tables share whose headings are the same set of words, however they are written and ordered.</summary>
    public static string KeyOf(IEnumerable<string> headers) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', headers.Select(Fold).Where(h => h.Length > 0).Order(StringComparer.Ordinal)))));

    /// <summary>A heading without case, marks and signs; of one that is nothing but signs, the signs.</summary>
    internal static string Fold(string header) => Folding.Of(header) is { Length: > 0 } folded ? folded : header.Trim();
}

/// <summary>The fields that a column of a table may be matched to.</summary>
public static class ColumnFields
{
    /// <summary>A column that is not read.</summary>
    public const string Nothing = "none";

    /// <summary>Every field, in the order of a form; last <see cref="Nothing"/>.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["name", "country", "kind", "status", "decision", "signed", "decided", "renewed", "ended", "signatories", "fields", "address", "website", "email", "phone", "mayor", "population", "area", Nothing];

    private static readonly FrozenSet<string> Known = All.ToFrozenSet();

    /// <summary>Is it one of them?</summary>
    public static bool Has(string field) => Known.Contains(field);

    /// <summary>The field that a lexicon's label stands for; null for none.</summary>
    internal static string? OfLabel(string label) => label == "since" ? "signed" : label != Nothing && Known.Contains(label) ? label : null;
}
