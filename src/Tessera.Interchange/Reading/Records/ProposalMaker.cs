using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Reading.Recognition;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Records;

/// <summary>Makes a proposal of a record, with the reasons and how far it is trusted.</summary>
internal sealed class ProposalMaker(PageText page, Resolver resolver, Lexicon lexicon, TwoNames twoNames, string? home, IReadOnlyCollection<string> homeName)
{
    private const int Apart = 30;

    /// <summary>The proposal; null when nothing tells that the name is a partner's.</summary>
    public Proposal? Make(RawRecord record)
    {
        var country = record.Country ?? record.HeadingCountry;
        if (country is not null && IsElsewhere(record.Name, country)) country = null;
        var code = country is null || FormerStates.Is(country.Value) ? resolver.CountryOf(record.Name, country?.Value) : country.Value;
        var fields = new Fields(record, page, lexicon);
        var told = fields.Level();
        var directory = resolver.Find(record.Name, code, told);
        var level = Resolver.LevelOf(told, directory);
        var (agreements, spans) = new Agreements(record, homeName, lexicon).Read();
        var proposal = new Proposal
        {
            Name = NameOf(record.Name, directory),
            Names = record.Names.Count > 0 ? record.Names : twoNames.Of(record.Name, code),
            Country = code,
            Level = level,
            Address = fields.Address(),
            Website = fields.Website(),
            Email = fields.Email(),
            Phone = fields.Phone(),
            Mayor = fields.Mayor(),
            Population = fields.Population(),
            Area = fields.Area(),
            Directory = directory,
            Agreements = agreements,
            Confidence = Confidence(record, country, directory, agreements),
            Because = Because(record, country, directory),
        };
        var own = new List<ProposalSpan> { new("name", record.Name.Start, record.Name.End) };
        if (country is not null) own.Add(new ProposalSpan("country", country.Start, country.End));
        return proposal with { Spans = [.. own, .. fields.Spans, .. spans] };
    }

    /// <summary>A country that stands apart from the name gives way to the only one in which the directory knows the name.</summary>
    private bool IsElsewhere(NameSpan name, Mention country) =>
        name.IsPlace && !name.IsIn(country.Value) && Math.Abs(country.Start - name.End) > Apart && resolver.CountryOf(name) is not null;

    /// <summary>The name in the nominative: where the directory knows it under the page's own spelling without its case ending, that spelling.</summary>
    private static string NameOf(NameSpan name, IReadOnlyList<DirectoryMatch> directory)
    {
        if (name.Nominative.Length == 0 || name.Nominative == name.Core) return name.Text;
        var known = directory.Count > 0 ? directory[0].Name.Split(" (")[0] : "";
        if (Domain.Vocabulary.Folding.Of(known) == name.Nominative) return known;
        return name.Nominative.Length >= name.Core.Length ? name.Text : name.Text[..Math.Min(name.Text.Length, name.Nominative.Length)];
    }

    private double Confidence(RawRecord record, Mention? country, IReadOnlyList<DirectoryMatch> directory, IReadOnlyList<ProposedAgreement> agreements)
    {
        var trust = record.Trust + (country is not null ? 0.1 : 0) + (agreements.Any(a => a.Dates.Count > 0 || a.Decision is not null) ? 0.08 : 0) + (record.Section.Theme == Theme.Partners ? 0.05 : 0);
        if (!record.Name.IsPlace && !record.Name.IsWide && country?.Value == home) trust -= 0.1;
        trust += directory.Count == 1 ? (record.Name.IsPlace ? 0.1 : 0.04) * directory[0].Score : directory.Count > 1 ? 0.02 : record.Name.IsWide ? -0.08 : -0.15;
        return Math.Round(Math.Clamp(trust, 0.05, 0.99), 2);
    }

    private List<string> Because(RawRecord record, Mention? country, IReadOnlyList<DirectoryMatch> directory)
    {
        var reasons = new List<string> { record.Rule + ": " + record.Name.Text };
        if (country is not null) reasons.Add($"{country.Rule}: {page.Text[country.Start..country.End]}");
        if (directory.Count == 1) reasons.AddRange(Because(directory[0]));
        return reasons;
    }

    /// <summary>The entry and how the name led to it, its codes, and what came after it.</summary>
    private static IEnumerable<string> Because(DirectoryMatch match)
    {
        var rule = match.How is MatchedBy.PartOf or MatchedBy.Seat ? match.How : "directory";
        yield return $"{rule}: {match.Name} ({match.Country})";
        if (match.CodeBy is not null && match.How != MatchedBy.PartOf) yield return $"authority-by-{match.CodeBy}: LAU {match.Code}{(match.Nuts3 is null ? "" : $", NUTS 3 {match.Nuts3}")}";
        if (match.Successor is { } successor) yield return $"successor: {successor.Name} ({(successor.Since is null ? "" : successor.Since + "; ")}{successor.Source})";
    }
}
