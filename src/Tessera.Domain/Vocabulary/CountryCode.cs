namespace Tessera.Domain.Vocabulary;

/// <summary>A country by its ISO 3166-1 alpha-2 code, upper case. Whether such a country exists is asked of data, not of this type.</summary>
public readonly record struct CountryCode
{
    /// <summary>Takes two ASCII letters in any case; refuses everything else.</summary>
    /// <exception cref="FormatException">The text is not two letters.</exception>
    public CountryCode(string text)
    {
        Value = IsCode(text) ? text.Trim().ToUpperInvariant() : throw new FormatException($"'{text}' is not a two-letter country code.");
    }

    /// <summary>Two upper-case letters, such as <c>HU</c>.</summary>
    public string Value { get; }

    /// <summary>Is this text two ASCII letters?</summary>
    public static bool IsCode(string? text) => text?.Trim() is { Length: 2 } t && char.IsAsciiLetter(t[0]) && char.IsAsciiLetter(t[1]);

    /// <inheritdoc />
    public override string ToString() => Value;
}
