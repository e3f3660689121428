using Tessera.Domain.Authorities;
using Tessera.Domain.Partners;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Readings;

/// <summary>Makes records of the register from what was read; nothing is invented: what the page does not say stays empty.</summary>
/// <param name="title">What the page is called.</param>
/// <param name="isTaken">Is there an agreement of this key in the office?</param>
internal sealed class TakingOver(OfficeView office, string title, IReadOnlyList<string> languages, ReadingNotes notes, Func<string, bool> isTaken)
{
    private readonly HashSet<string> _made = [];

    /// <summary>The partner to be added, still without agreements and facts.</summary>
    /// <param name="authority">The key of an authority of the directory; null for one that is not there yet.</param>
    /// <param name="seat">Of an authority that is not there yet.</param>
    public static NewPartner Partner(ReadPartner read, string? authority, NewSeat? seat, OfficeView office) => new(
        authority, read.Country, Words<AuthorityKind>.Parse(read.Level), Words<PartnerKind>.Parse(read.Kind), read.Name,
        read.Names.IsEmpty ? LocalText.Of(office.Languages[0], read.Name) : read.Names, read.Address, read.Websites, LocalText.Empty, LocalText.Empty, [], seat);

    /// <summary>A new partner with the agreements and figures that were read.</summary>
    public PartnerItem Filled(PartnerItem partner, ReadPartner read) => partner with
    {
        Agreements = [.. read.Agreements.Select(a => Agreement(a, partner))],
        Facts = [.. Facts(read, partner.Source)],
    };

    /// <summary>A partner with what it lacks of what was read: agreements, websites, and its address where it has none.</summary>
    public PartnerItem Joined(PartnerItem partner, ReadPartner read) => partner with
    {
        Address = partner.Address.Count > 0 ? partner.Address : read.Address,
        Websites = [.. partner.Websites, .. read.Websites.Where(w => partner.Websites.All(known => Site(known) != Site(w)))],
        Agreements = [.. partner.Agreements, .. read.Agreements.Where(a => !partner.Agreements.Any(known => IsTheSame(known, a))).Select(a => Agreement(a, partner))],
    };

    /// <summary>Is it the agreement that is known? By the decision where both name one; else of one kind, and no date speaks against it.</summary>
    private static bool IsTheSame(AgreementItem known, ReadAgreement read)
    {
        if (known.Decision is { } ours && read.Decision is { } theirs) return Folding.Of(ours) == Folding.Of(theirs);
        if (known.Kind != read.Kind) return false;
        var dates = known.Dates.Select(d => d.Date).Concat(known.Steps.Select(s => s.Day)).ToList();
        return dates.Count == 0 || read.Dates.Count == 0 || read.Dates.Any(d => dates.Any(k => !k.CertainlyBefore(d.Date) && !d.Date.CertainlyBefore(k)));
    }

    private static string Site(string address) => address[(address.IndexOf("//", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0)..].TrimEnd('/').ToLowerInvariant() is var site && site.StartsWith("www.", StringComparison.Ordinal) ? site[4..] : site;

    private AgreementItem Agreement(ReadAgreement read, PartnerItem partner)
    {
        var key = Keys.Of($"{partner.Key} {read.Decision ?? read.Kind}", "agreement", k => isTaken(k) || _made.Contains(k));
        _made.Add(key);
        var fields = read.Fields.Select(f => (Said: f, Field: office.Fields.FirstOrDefault(o => o.Text.Any(t => Folding.Of(t.Text) == Folding.Of(f)))?.Key)).ToList();
        return new AgreementItem
        {
            Key = key,
            Kind = read.Kind,
            Decision = read.Decision,
            Dates = read.Dates,
            Signatories = read.Signatories,
            Fields = [.. fields.Select(f => f.Field).OfType<string>().Distinct()],
            Purpose = Said(string.Join(", ", fields.Where(f => f.Field is null).Select(f => f.Said))),
            Note = read.NeedsNote ? notes(read.Status, title, office.Languages) : LocalText.Empty,
            Source = partner.Source,
        };
    }

    /// <summary>The page's own words, in the page's language.</summary>
    private LocalText Said(string words) => words.Length == 0 ? LocalText.Empty : LocalText.Of(languages.FirstOrDefault(Domain.Vocabulary.Languages.IsTag) ?? office.Languages[0], words);

    private static IEnumerable<BaseFactItem> Facts(ReadPartner read, string source)
    {
        if (read.Population is { } people) yield return new BaseFactItem { Key = "population", Kind = "population", Value = people, Unit = "people", Source = source };
        if (read.Area is { } area) yield return new BaseFactItem { Key = "area", Kind = "area", Value = area, Unit = "km2", Source = source };
    }
}
