using System.Diagnostics.CodeAnalysis;

namespace Tessera.Interchange.Documents.Pdf;

/// <summary>A name, its escapes read: <c>/J#61vaScript</c> is <c>JavaScript</c>.</summary>
internal sealed record PdfName(string Text);

/// <summary>Points to an object by its number; generations are not told apart.</summary>
internal sealed record PdfReference(int Number);

/// <summary>A keyword or an operator, such as <c>Tj</c> or <c>endobj</c>.</summary>
internal sealed record PdfWord(string Text);

/// <summary>A dictionary. Other values are <see cref="double"/>, <see cref="bool"/>, byte arrays (strings) and lists (arrays); null is null.</summary>
internal sealed class PdfDictionary
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    public object? this[string key]
    {
        get => _values.GetValueOrDefault(key);
        set => _values[key] = value;
    }

    public IEnumerable<KeyValuePair<string, object?>> Pairs => _values;

    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>Whether a key has this name as its value, as in <c>/Type /Page</c>.</summary>
    public bool Is(string key, string name) => this[key] is PdfName found && found.Text == name;
}

/// <summary>A stream: its dictionary and its bytes as they stand in the file.</summary>
internal sealed record PdfStream(PdfDictionary Dictionary, ReadOnlyMemory<byte> Packed);

/// <summary>An object as it stands in a file: a number and what it is.</summary>
internal sealed record PdfObject(int Number, object? Value)
{
    /// <summary>Its dictionary, be it a stream or not.</summary>
    public PdfDictionary? Dictionary => Value switch { PdfDictionary plain => plain, PdfStream stream => stream.Dictionary, _ => null };
}

/// <summary>A file asks for more than any honest one does.</summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It never leaves this folder.")]
internal sealed class PdfLimitException(string code) : Exception
{
    /// <summary>One of <see cref="DocumentCodes"/>.</summary>
    public string Code { get; } = code;
}
