using Tessera.Domain.Partners;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Reconciliation;

namespace Tessera.Features.Pairs;

/// <summary>Makes of a pair what a reading keeps of it, and the partner that it becomes. What the register does not say stays empty: no agreement is made of a pair.</summary>
internal static class PairProposals
{
    private const double Taken = 0.9;
    private const double Doubted = 0.4;

    /// <summary>The proposal.</summary>
    /// <param name="doubt">Why it waits; null when it was taken.</param>
    /// <param name="start">Where the line begins in the reading's text.</param>
    public static Proposal Of(StatedPair pair, OfficePairs office, RegisterDoubt? doubt, int start)
    {
        var at = pair.Text.IndexOf(pair.Other.Name, StringComparison.Ordinal);
        return new Proposal
        {
            Name = pair.Other.Name,
            Country = pair.Other.Country,
            Level = Words<Domain.Authorities.AuthorityKind>.Write(office.Kind),
            Population = pair.Other.Population,
            Directory = pair.Meant is { } place ? [new DirectoryMatch(place.Id, place.Name, place.Country, place.Region, place.Latitude, place.Longitude, 1)] : [],
            Confidence = doubt is null ? Taken : Doubted,
            Because = doubt is null ? [] : [PairReasons.Write(doubt)],
            Spans = at < 0 ? [] : [new ProposalSpan("name", start + at, start + at + pair.Other.Name.Length)],
        };
    }

    /// <summary>The partner.</summary>
    public static PartnerItem Partner(StatedPair pair, OfficePairs office, string authority, string source)
    {
        var (key, number) = office.Next(pair.Other.Name);
        return new PartnerItem
        {
            Key = key,
            Number = number,
            Authority = authority,
            Kind = Words<PartnerKind>.Write(office.PartnerKind),
            RegisteredName = pair.Other.Name,
            Names = LocalText.Of(office.Office.Languages[0], pair.Other.Name),
            Source = source,
        };
    }
}
