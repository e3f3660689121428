using Tessera.Domain.Agreements;
using Tessera.Domain.Authorities;
using Tessera.Domain.Partners;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Reading;

namespace Tessera.Features.Readings;

/// <summary>A proposal as a person may correct it before it is taken: in the register's own words.</summary>
public sealed record ReadPartner
{
    private static readonly string[] Addresses = ["http://", "https://"];

    public required string Name { get; init; }

    /// <summary>The names in languages; of no language, the name alone stands under the office's first.</summary>
    public LocalText Names { get; init; } = LocalText.Empty;

    /// <summary>ISO 3166-1, two letters; null where the page does not tell.</summary>
    public string? Country { get; init; }

    /// <summary>A word of <see cref="AuthorityKind"/>.</summary>
    public required string Level { get; init; }

    /// <summary>A word of <see cref="PartnerKind"/>.</summary>
    public required string Kind { get; init; }

    public IReadOnlyList<string> Address { get; init; } = [];

    public IReadOnlyList<string> Websites { get; init; } = [];

    /// <summary>Number of inhabitants.</summary>
    public long? Population { get; init; }

    /// <summary>Square kilometres.</summary>
    public decimal? Area { get; init; }

    public IReadOnlyList<ReadAgreement> Agreements { get; init; } = [];

    /// <summary>A proposal as it stands; what is no word of the register becomes the nearest that is.</summary>
    public static ReadPartner Of(Proposal proposal, OfficeView office, IReadOnlyList<string> languages)
    {
        var agreements = proposal.Agreements.Select(ReadAgreement.Of).ToList();
        var level = Words<AuthorityKind>.TryParse(proposal.Level, out _) ? proposal.Level : Words<AuthorityKind>.Write(AuthorityKind.Municipality);
        return new ReadPartner
        {
            Name = proposal.Name,
            Names = NamesOf(proposal, office, languages),
            Country = proposal.Country,
            Level = level,
            Kind = Words<PartnerKind>.Write(KindOf(agreements, level)),
            Address = proposal.Address is { } address ? [address] : [],
            Websites = proposal.Website is { } website ? [Complete(website)] : [],
            Population = proposal.Population,
            Area = proposal.Area is { } area ? (decimal)area : null,
            Agreements = agreements,
        };
    }

    private static LocalText NamesOf(Proposal proposal, OfficeView office, IReadOnlyList<string> languages)
    {
        var told = new LocalText(proposal.Names.Where(n => Domain.Vocabulary.Languages.IsTag(n.Key)));
        if (!told.IsEmpty) return told;
        var language = languages.FirstOrDefault(office.Languages.Contains) ?? office.Languages[0];
        return LocalText.Of(language, proposal.Name);
    }

    private static PartnerKind KindOf(List<ReadAgreement> agreements, string level)
    {
        var kinds = agreements.Select(a => a.Kind).ToList();
        if (kinds.Count == 0) return PartnerKind.Contact;
        if (kinds.Contains(Words<AgreementKind>.Write(AgreementKind.Twinning)))
            return Words<AuthorityKind>.Parse(level) switch { AuthorityKind.Municipality => PartnerKind.TwinTown, AuthorityKind.Association => PartnerKind.SisterAssociation, _ => PartnerKind.SisterCounty };
        return kinds.Contains(Words<AgreementKind>.Write(AgreementKind.Friendship)) ? PartnerKind.Friendship : PartnerKind.Cooperation;
    }

    /// <summary>Pages print addresses without their beginning.</summary>
    private static string Complete(string website) => Addresses.Any(a => website.StartsWith(a, StringComparison.OrdinalIgnoreCase)) ? website : "http://" + website;
}

/// <summary>A proposed agreement in the register's own words.</summary>
public sealed record ReadAgreement
{
    /// <summary>A word of <see cref="AgreementKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>One of <see cref="Statuses"/>.</summary>
    public required string Status { get; init; }

    public string? Decision { get; init; }

    public IReadOnlyList<AgreementDateItem> Dates { get; init; } = [];

    public IReadOnlyList<string> Signatories { get; init; } = [];

    /// <summary>Fields of cooperation in the page's own words.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>What a page may say of an agreement's standing; the first says nothing.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["in-force", "dormant", "paused", "ended", "lapsed", "planned"];

    /// <summary>Does the status say something that no date of the agreement says?</summary>
    public bool NeedsNote => Status != Statuses[0] && !(Status is "ended" or "lapsed" && Dates.Any(d => d.Role == Words<AgreementDateRole>.Write(AgreementDateRole.Ended)));

    internal static ReadAgreement Of(ProposedAgreement agreement) => new()
    {
        Kind = Words<AgreementKind>.TryParse(agreement.Kind, out _) ? agreement.Kind : Words<AgreementKind>.Write(AgreementKind.Cooperation),
        Status = Statuses.Contains(agreement.Status) ? agreement.Status : Statuses[0],
        Decision = agreement.Decision,
        Dates = [.. agreement.Dates.Select(d => new AgreementDateItem(Words<AgreementDateRole>.TryParse(d.Role, out _) ? d.Role : Words<AgreementDateRole>.Write(AgreementDateRole.Stated), d.Date)).Distinct()],
        Signatories = agreement.Signatories,
        Fields = agreement.Fields,
    };
}
