using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Reading.Recognition;
using Tessera.Interchange.Reading.Records;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading;

/// <summary>What a page was read as.</summary>
/// <param name="Page">Its text, into which the proposals' spans point.</param>
/// <param name="Languages">The languages it was read in, the likeliest first.</param>
/// <param name="Proposals">The partners found, in the order of the page.</param>
public sealed record PageReading(PageText Page, IReadOnlyList<string> Languages, IReadOnlyList<Proposal> Proposals);

/// <summary>
/// Reads pages on which authorities publish their partners: decoded and cleaned text in, proposals out. The stages, each a folder beside this file: Pages (lines and layout), Words (lexicons),
/// Recognition (what each line says), Records (what belongs to one partner), and the directory that tells which place is meant. Deterministic; linear in the page. docs/algorithms/reading.md says how.
/// </summary>
public sealed class PageReader(IPlaces places)
{
    private const double LeastLikely = 0.69;
    private const double LeastLikelyWide = 0.58;

    /// <summary>The languages that can be read, as two-letter codes.</summary>
    public static IReadOnlyList<string> Languages => LexiconSource.Languages;

    /// <summary>Reads a page.</summary>
    public PageReading Read(PageText page, ReadingOptions options)
    {
        var languages = options.Language is { } told ? [told] : LanguageGuess.Of(Tokens.Of(page.Text, 0, Math.Min(page.Text.Length, 200_000)), page.Language);
        var lexicon = Lexicon.Of([.. languages.Append("en").Distinct()]);
        var lines = new Recogniser(page, lexicon).Lines();
        var home = options.HomeCountry ?? HomeCountries.Of(languages.Count > 0 ? languages[0] : null);
        var homeName = Folding.Of(options.HomeName).Split(' ').Where(w => w.Length > 2).ToHashSet();
        var records = new RecordFinder(page, lexicon, places, home, homeName).Find(lines);
        var resolver = new Resolver(places, lexicon, home);
        var proposals = records.Select(r => new ProposalMaker(page, resolver, lexicon, home, homeName).Make(r)).OfType<Proposal>().Where(p => !IsHome(p, options.HomeName) && IsLikely(p));
        return new PageReading(page, languages, Merging.Of(proposals));
    }

    /// <summary>What is less likely than this is not proposed: it would cost more to refuse than to type. Not every county stands in the directory, so that they need less.</summary>
    private static bool IsLikely(Proposal proposal) => proposal.Confidence >= (Levels.IsTown(proposal.Level) ? LeastLikely : LeastLikelyWide);

    private static bool IsHome(Proposal proposal, string? home)
    {
        if (home is null) return false;
        var (own, name) = (Folding.Of(home).Split(' '), Folding.Of(proposal.Name).Split(' '));
        return name.All(own.Contains) || own.All(name.Contains);
    }
}
