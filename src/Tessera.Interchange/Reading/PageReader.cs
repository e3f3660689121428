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
public sealed record PageReading(PageText Page, IReadOnlyList<string> Languages, IReadOnlyList<Proposal> Proposals)
{
    /// <summary>Its tables with a header row, and what their columns were taken for.</summary>
    public IReadOnlyList<TableMapping> Tables { get; init; } = [];
}

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
        var lexicon = Lexicon.Of([.. languages.Append("en").Concat(HeaderLanguage.Of(page, languages)).Distinct()]);
        var lines = new Recogniser(page, lexicon).Lines();
        var home = options.HomeCountry ?? HomeCountries.Of(languages.Count > 0 ? languages[0] : null);
        var homeNames = options.HomeNames.Append(options.HomeName).Select(Folding.Of).Where(n => n.Length > 0).Distinct().Select(n => n.Split(' ')).ToList();
        var homeName = OwnWords(options, lexicon);
        var finder = new RecordFinder(page, lexicon, places, home, homeName, options.Columns);
        var records = finder.Find(lines);
        var resolver = new Resolver(places, lexicon, home);
        var maker = new ProposalMaker(page, resolver, lexicon, new TwoNames(page, places, languages.Count > 0 ? languages[0] : null), home, homeName);
        var proposals = records.Select(maker.Make).OfType<Proposal>().Where(p => !homeNames.Any(h => IsHome(p, h, home)) && IsLikely(p));
        return new PageReading(page, languages, Merging.Of(proposals)) { Tables = finder.Tables };
    }

    /// <summary>What is less likely than this is not proposed: it would cost more to refuse than to type. Not every county stands in the directory, so that they need less.</summary>
    private static bool IsLikely(Proposal proposal) => proposal.Confidence >= (Levels.IsTown(proposal.Level) ? LeastLikely : LeastLikelyWide);

    /// <summary>The words by which the authority's names tell it from others: not "county", "town".</summary>
    private static HashSet<string> OwnWords(ReadingOptions options, Lexicon lexicon)
    {
        var (own, hits) = (new HashSet<string>(), new List<TermHit>());
        foreach (var name in options.HomeNames.Append(options.HomeName).OfType<string>())
        {
            var tokens = Tokens.Of(name, 0, name.Length);
            for (var i = 0; i < tokens.Count; i++)
            {
                hits.Clear();
                lexicon.Terms.Find(tokens, i, hits);
                if (tokens[i].IsWord && tokens[i].Folded.Length > 2 && !hits.Any(h => h.Term.Key == Says.Level)) own.Add(tokens[i].Folded);
            }
        }

        return own;
    }

    /// <summary>Does a proposal bear a name of the authority whose page it is, or is one name within the other, and is it no namesake in another country?</summary>
    private static bool IsHome(Proposal proposal, string[] own, string? country)
    {
        if (proposal.Country is { } other && country is not null && other != country) return false;
        var name = Folding.Of(proposal.Name).Split(' ');
        return name.All(own.Contains) || own.All(name.Contains);
    }
}
