using Tessera.Domain.Vocabulary;
using Tessera.Features.Readings;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Reconciliation;

namespace Tessera.Web.Parts;

/// <summary>What readings of pages say in words.</summary>
public static class ReadingSentences
{
    private static readonly string[] Rules = ["stack", "table", "told", "prose", "lexicon", "directory", "part-of", "seat", "authority-by-name", "authority-by-code", "successor"];

    /// <summary>That a page calls an agreement dormant, paused, lapsed, ended or planned, in the office's languages as far as the program speaks them; else in English.</summary>
    public static LocalText Note(string status, string title, IReadOnlyList<string> languages)
    {
        var spoken = languages.Where(Languages.IsInterface).DefaultIfEmpty("en");
        return new LocalText(spoken.Select(l => KeyValuePair.Create(l, TextCatalogue.Shared.For(l).With("read.note-" + status, ("title", title)))));
    }

    /// <summary>How far a proposal is trusted, in a word.</summary>
    public static string Confidence(double confidence, Texts texts) => texts[confidence switch { >= 0.9 => "read.sure-certain", >= 0.75 => "read.sure-likely", >= 0.5 => "read.sure-uncertain", _ => "read.sure-doubtful" }];

    /// <summary>That the authority named is no more, and who came after it; null where it stands, or where more than one may be meant.</summary>
    public static string? Successor(Proposal proposal, Display display, Texts texts) => proposal.Directory is [{ Successor: { } successor }]
        ? texts.With(successor.Since is null ? "read.successor" : "read.successor-since", ("name", proposal.Name), ("successor", successor.Name), ("source", successor.Source), ("since", PartialDate.TryParseEdtf(successor.Since, out var since) ? display.Date(since) : ""))
        : null;

    /// <summary>A reason of the reader: its rule in words, where it is one of the known, and the words it saw.</summary>
    public static string Because(string reason, Texts texts)
    {
        var at = reason.IndexOf(": ", StringComparison.Ordinal);
        if (at < 0) return reason;
        var rule = reason[..at].Split(':')[0];
        if (rule == PairReasons.Rule) return OfRegister(reason[(at + 2)..].Split(';'), texts);
        return Rules.Contains(rule) ? texts.With("read.because-" + rule, ("words", reason[(at + 2)..])) : reason;
    }

    /// <summary>What came of taking several.</summary>
    public static string Took(TakenTogether all, Texts texts) =>
        string.Join(' ', new[] { texts["read.took", all.Taken], all.Likely > 0 ? texts["read.left-likely", all.Likely] : null, all.Refused > 0 ? texts["read.left-refused", all.Refused] : null }.OfType<string>());

    /// <summary>What came of undoing a reading.</summary>
    /// <param name="left">Whose records stay.</param>
    public static string Undone(int undone, IReadOnlyList<string> left, Texts texts) =>
        texts["read.undone-notice", undone] + (left.Count > 0 ? " " + texts.With("read.undone-left", ("names", string.Join(", ", left))) : "");

    /// <summary>What speaks against a pair of an outside register: a word of its reasons, then what the sentence names.</summary>
    private static string OfRegister(string[] parts, Texts texts)
    {
        if (!RegisterReasons.All.Contains(parts[0])) return parts[0];
        return texts.With("commands.reconcile.why-" + parts[0], [.. parts.Skip(1).Select(p => p.Split('=', 2)).Where(p => p.Length == 2).Select(p => (p[0], p[1]))]);
    }
}
