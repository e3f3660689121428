using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Reading.Records;

/// <summary>Joins proposals that are the same partner: named alike in the same country, or the same place of the directory. What the one lacks the other gives.</summary>
internal static class Merging
{
    public static IReadOnlyList<Proposal> Of(IEnumerable<Proposal> proposals)
    {
        var kept = new List<Proposal>();
        var byKey = new Dictionary<string, int>();
        foreach (var proposal in proposals)
        {
            var keys = KeysOf(proposal).ToList();
            var known = keys.Select(k => byKey.TryGetValue(k, out var at) ? at : -1).FirstOrDefault(at => at >= 0, -1);
            if (known < 0) kept.Add(proposal);
            else kept[known] = Join(kept[known], proposal);
            foreach (var key in keys) byKey.TryAdd(key, known < 0 ? kept.Count - 1 : known);
        }

        return kept;
    }

    private static IEnumerable<string> KeysOf(Proposal proposal)
    {
        yield return $"{proposal.Country}|{proposal.Level}|{Folding.Of(proposal.Name)}";
        if (proposal.Directory is [{ How: MatchedBy.Name or MatchedBy.Spelling } only]) yield return $"{proposal.Level}#{only.Id}#{(only.Id == 0 ? only.Code : "")}";
    }

    private static Proposal Join(Proposal one, Proposal other) => one with
    {
        Names = one.Names.Count > 0 ? one.Names : other.Names,
        Address = one.Address ?? other.Address,
        Website = one.Website ?? other.Website,
        Email = one.Email ?? other.Email,
        Phone = one.Phone ?? other.Phone,
        Mayor = one.Mayor ?? other.Mayor,
        Population = one.Population ?? other.Population,
        Area = one.Area ?? other.Area,
        Agreements = Join(one.Agreements, other.Agreements),
        Confidence = Math.Max(one.Confidence, other.Confidence),
        Because = [.. one.Because.Concat(other.Because).Distinct()],
        Spans = [.. one.Spans, .. other.Spans.Where(s => !s.Field.StartsWith("agreements", StringComparison.Ordinal) && one.Spans.All(o => o.Field != s.Field))],
    };

    private static List<ProposedAgreement> Join(IReadOnlyList<ProposedAgreement> one, IReadOnlyList<ProposedAgreement> other)
    {
        var joined = one.ToList();
        foreach (var agreement in other)
        {
            var at = joined.FindIndex(a => a.Kind == agreement.Kind || (a.Dates.Count == 0 && a.Decision is null) || (agreement.Dates.Count == 0 && agreement.Decision is null));
            if (at < 0) joined.Add(agreement);
            else joined[at] = Join(joined[at], agreement);
        }

        return joined;
    }

    private static ProposedAgreement Join(ProposedAgreement one, ProposedAgreement other) => one with
    {
        Kind = one.Kind == "twinning" && other.Dates.Count + (other.Decision is null ? 0 : 1) > 0 && one.Dates.Count == 0 ? other.Kind : one.Kind,
        Status = one.Status == "in-force" ? other.Status : one.Status,
        Decision = one.Decision ?? other.Decision,
        Dates = [.. one.Dates.Concat(other.Dates.Where(d => one.Dates.All(o => o.Date != d.Date && !(o.Role == d.Role && o.Date.Year == d.Date.Year))))],
    };
}
