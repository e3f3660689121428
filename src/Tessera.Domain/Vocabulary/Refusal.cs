namespace Tessera.Domain.Vocabulary;

/// <summary>
/// What the domain says no to: a stable code such as <c>agreement.signed-before-decision</c>, and what the sentence needs.
/// The sentence itself belongs to the reader's language and stands in the texts of the program.
/// </summary>
/// <param name="Code">feature.reason, lower case, hyphenated; never changed once published.</param>
/// <param name="Arguments">Named values the sentence mentions, already in a form that a person reads.</param>
public sealed record Refusal(string Code, IReadOnlyDictionary<string, string> Arguments)
{
    /// <summary>A refusal whose sentence names these values, as alternating names and values.</summary>
    public static Refusal Of(string code, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments) named[name] = value;
        return new Refusal(code, named);
    }
}
