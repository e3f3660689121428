using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Recognition;

/// <summary>A line of a page with everything recognised in it.</summary>
internal sealed record Line(int Number, Block Block, string Text, IReadOnlyList<Token> Tokens, IReadOnlyList<Mention> Mentions)
{
    public int Start => Block.Start;

    public int End => Block.End;

    /// <summary>How many words and numbers it has.</summary>
    public int Words { get; } = Tokens.Count(t => t.Kind != TokenKind.Sign);

    public IEnumerable<Mention> All(string key) => Mentions.Where(m => m.Key == key);

    public Mention? First(string key) => Mentions.FirstOrDefault(m => m.Key == key);

    public bool Has(string key) => Mentions.Any(m => m.Key == key);

    public bool Has(string key, string value) => Mentions.Any(m => m.Key == key && m.Value == value);

    /// <summary>Does it name an instrument by which partners are bound?</summary>
    public bool HasInstrument => Mentions.Any(m => m.IsInstrument);

    /// <summary>Is every word and number of the line within mentions of these keys?</summary>
    public bool IsOnly(params ReadOnlySpan<string> keys)
    {
        foreach (var token in Tokens)
        {
            if (token.Kind != TokenKind.Sign && !IsWithin(token, keys)) return false;
        }

        return Words > 0;
    }

    /// <summary>How many words and numbers are within no mention of these keys?</summary>
    public int Outside(params ReadOnlySpan<string> keys)
    {
        var count = 0;
        foreach (var token in Tokens) count += token.Kind != TokenKind.Sign && !IsWithin(token, keys) ? 1 : 0;
        return count;
    }

    /// <summary>The mention of a key within which a token stands; null when it stands in none.</summary>
    public Mention? Over(Token token, string key) => Mentions.FirstOrDefault(m => m.Key == key && m.Start <= token.Start && token.End <= m.End);

    public bool IsWithin(Token token, params ReadOnlySpan<string> keys)
    {
        foreach (var mention in Mentions)
        {
            if (mention.Start <= token.Start && token.End <= mention.End && keys.Contains(mention.Key)) return true;
        }

        return false;
    }
}
