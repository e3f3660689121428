using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Reading.Words;

/// <summary>
/// Terms of several words, found in a run of tokens. A tree over folded words; words that may go on stand under their stem. A look-up costs the length of the longest word times the
/// longest term, whatever the number of terms.
/// </summary>
internal sealed class TermTree
{
    /// <summary>The folded spelling that stands for a year or decade in a term.</summary>
    public const string Year = "\u0001";

    private const int MostSigns = 2;
    private readonly Node _root = new();

    /// <summary>Adds a term as it stands in a lexicon: <c>*</c> ends a stem, <c>{y}</c> is a year.</summary>
    public void Add(string written, Term term)
    {
        var node = _root;
        foreach (var word in written.Replace("{y}", $" {Year} ", StringComparison.Ordinal).Replace("*", "* ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == Year)
            {
                node = node.Next(Year, false);
                continue;
            }

            var parts = Folding.Of(word).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < parts.Length; i++) node = node.Next(parts[i], i == parts.Length - 1 && word.EndsWith('*'));
        }

        if (node != _root) (node.Terms ??= []).Add(term);
    }

    /// <summary>Every term that begins at a token, in no order.</summary>
    public void Find(IReadOnlyList<Token> tokens, int from, List<TermHit> hits)
    {
        if (!tokens[from].Kind.Equals(TokenKind.Sign)) Find(_root, tokens, from, from, hits);
    }

    private static void Find(Node node, IReadOnlyList<Token> tokens, int from, int at, List<TermHit> hits)
    {
        if (node.Terms is { } terms)
        {
            foreach (var term in terms) hits.Add(new TermHit(term, from, at));
        }

        if (node.IsLeaf) return;
        var next = at;
        while (at > from && next < tokens.Count && next - at < MostSigns && tokens[next].Kind == TokenKind.Sign && Joins(tokens[next].Folded[0])) next++;
        if (next >= tokens.Count || tokens[next].Kind == TokenKind.Sign) return;
        foreach (var child in node.Children(tokens[next])) Find(child, tokens, from, next + 1, hits);
    }

    /// <summary>May this sign stand within a term?</summary>
    private static bool Joins(char sign) => sign is '-' or '\'' or '.' or '/' or '&' or '"';

    private sealed class Node
    {
        private Dictionary<string, Node>? _whole;
        private Dictionary<string, Node>? _stems;
        private int _longest;
        private int _shortest = int.MaxValue;

        public List<Term>? Terms { get; set; }

        public bool IsLeaf => _whole is null && _stems is null;

        public Node Next(string word, bool isStem)
        {
            var nodes = isStem ? _stems ??= [] : _whole ??= [];
            if (isStem) (_longest, _shortest) = (Math.Max(_longest, word.Length), Math.Min(_shortest, word.Length));
            if (!nodes.TryGetValue(word, out var node)) nodes.Add(word, node = new Node());
            return node;
        }

        public IEnumerable<Node> Children(Token token)
        {
            if (_whole is not null)
            {
                if (_whole.TryGetValue(token.Folded, out var node)) yield return node;
                if (token.IsNumber && token.Folded.Length is 2 or 4 && _whole.TryGetValue(Year, out var year)) yield return year;
            }

            if (_stems is null || !token.IsWord) yield break;
            for (var length = Math.Min(_longest, token.Folded.Length); length >= _shortest; length--)
            {
                if (_stems.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token.Folded.AsSpan(0, length), out var node)) yield return node;
            }
        }
    }
}
