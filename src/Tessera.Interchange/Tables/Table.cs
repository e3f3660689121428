namespace Tessera.Interchange.Tables;

/// <summary>What a column holds.</summary>
public enum ColumnKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A number; a spreadsheet may calculate with it.</summary>
    Number,

    /// <summary>An address on the web.</summary>
    Link,
}

/// <summary>A column of a download.</summary>
/// <param name="Key">Its name for machines: snake_case, the same in every language and for ever.</param>
/// <param name="Heading">Its name for the reader.</param>
public sealed record TableColumn(string Key, string Heading, ColumnKind Kind = ColumnKind.Text);

/// <summary>A list to be downloaded. A value is a string, a decimal, or null where it is not known.</summary>
/// <param name="About">Where it comes from, when, under which licence: lines for the reader.</param>
public sealed record Table(string Title, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, IReadOnlyList<string> About);
