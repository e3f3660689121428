using System.Globalization;
using System.Text.RegularExpressions;
using Tessera.Domain.Agreements;
using Tessera.Domain.Authorities;
using Tessera.Domain.Offices;
using Tessera.Domain.Partners;
using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Offices;

/// <summary>What an office file must mean besides being well formed: keys, references, words, addresses, dates in order.</summary>
internal sealed partial class OfficeFileRules(OfficeFile file, FindingList findings)
{
    private static readonly HashSet<string> Reserved = ["api", "assets", "error", "health", "sitemap", "robots", "favicon", "office", "login", "logout", "account", "host"];
    public static readonly string[] FactKinds = ["population", "area", "climate", "economy", "history", "geography", "nature"];
    public static readonly string[] Units = ["people", "km2", "degC", "percent", "km", "t", "years"];

    private readonly HashSet<string> _sources = [.. file.Sources.Select(s => s.Key)];
    private readonly HashSet<string> _places = [.. file.Places.Select(p => p.Key)];
    private readonly HashSet<string> _authorities = [.. file.Authorities.Select(a => a.Key)];
    private readonly HashSet<string> _fields = [.. file.Office.Fields.Select(f => f.Key)];

    /// <summary>Checks everything; what is wrong is added to the findings.</summary>
    public void Check()
    {
        if (file.Format != OfficeFile.CurrentFormat) findings.Add("format", OfficeFileCodes.UnknownFormat, ("text", file.Format), ("wanted", OfficeFile.CurrentFormat));
        CheckOffice();
        Each("sources", file.Sources, s => s.Key, (s, at) => Url(s.Url, at + ".url"));
        Each("places", file.Places, p => p.Key, CheckPlace);
        Each("authorities", file.Authorities, a => a.Key, CheckAuthority);
        Each("authorityEvents", file.AuthorityEvents, e => e.Key, CheckEvent);
        Each("partners", file.Partners, p => p.Key, CheckPartner);
        CheckNumbering();
        CheckAgreementKeys();
        Each("memberships", file.Memberships, m => m.Key, CheckMembership);
        Each("settlementRelations", file.SettlementRelations, r => r.Key, CheckRelation);
        Each("organisers", file.Organisers, o => o.Key, CheckOrganiser);
        Each("days", file.Days, d => d.Key, CheckDay);
        Each("activities", file.Activities, a => a.Key, CheckActivity);
        CheckBookings();
        Each("news", file.News, n => n.Key, CheckNews);
        Each("publications", file.Publications, p => p.Key, CheckPublication);
    }

    private void CheckOffice()
    {
        var office = file.Office;
        Key(office.Slug, "office.slug");
        if (office.Slug.Length < 3 || Reserved.Contains(office.Slug)) findings.Add("office.slug", OfficeFileCodes.ReservedSlug, ("text", office.Slug));
        Word<OfficeKind>(office.Kind, "office.kind");
        Reference(_authorities, office.Authority, "office.authority");
        Reference(_sources, office.Source, "office.source");
        NotEmpty(office.Name, "office.name");
        if (office.Languages.Count == 0) findings.Add("office.languages", OfficeFileCodes.Empty);
        foreach (var (language, at) in Paths(office.Languages, "office.languages")) if (!Languages.IsTag(language)) findings.Add(at, OfficeFileCodes.WrongLanguage, ("language", language));
        if (!Colour().IsMatch(office.Colour)) findings.Add("office.colour", OfficeFileCodes.WrongColour, ("text", office.Colour));
        Each("office.goals", office.Goals, g => g.Key, NoFurther);
        Each("office.tasks", office.Tasks, t => t.Key, NoFurther);
        Each("office.fields", office.Fields, f => f.Key, NoFurther);
        Each("office.sections", office.Sections, s => s.Key, NoFurther);
        Each("office.responsible", office.Responsible, r => r.Key, NoFurther);
        Each("office.useful", office.Useful, u => u.Key, CheckUseful);
        Lines(office.Contact.Address, "office.contact.address");
        Url(office.Contact.Website, "office.contact.website");
        if (office.Contact.Email is { } email && !Email().IsMatch(email)) findings.Add("office.contact.email", OfficeFileCodes.WrongEmail, ("text", email));
        if (office.Arms is { } arms) ArmsRules.Check(arms, "office.arms", findings);
    }

    private void CheckUseful(SectionItem block, string at)
    {
        NotEmpty(block.Heading, at + ".heading");
        foreach (var (said, language) in block.Text)
        {
            foreach (var line in UsefulLine.Of(said).Where(l => UsefulLine.Read(l) is null)) findings.Add($"{at}.text.{language}", OfficeFileCodes.UsefulLine, ("text", line.Length > 100 ? line[..100] : line));
        }
    }

    private void CheckPlace(PlaceItem place, string at)
    {
        NotEmpty(place.Names, at + ".names");
        Country(place.Country, at + ".country");
        if (Math.Abs(place.Latitude) > 90) findings.Add(at + ".latitude", OfficeFileCodes.OutOfRange);
        if (Math.Abs(place.Longitude) > 180) findings.Add(at + ".longitude", OfficeFileCodes.OutOfRange);
        if (place.Population < 0) findings.Add(at + ".population", OfficeFileCodes.OutOfRange);
        Reference(_sources, place.Source, at + ".source");
    }

    private void CheckAuthority(AuthorityItem authority, string at)
    {
        Word<AuthorityKind>(authority.Kind, at + ".kind");
        if (authority.Country is { } country) Country(country, at + ".country");
        NotEmpty(authority.Names, at + ".names");
        if (authority.Seat is { } seat) Reference(_places, seat, at + ".seat");
        Url(authority.Website, at + ".website");
        if (authority.From is { } from && authority.Until is { } until && until.CertainlyBefore(from)) findings.Add(at + ".until", OfficeFileCodes.DatesReversed);
        Reference(_sources, authority.Source, at + ".source");
    }

    private void CheckEvent(AuthorityEventItem happening, string at)
    {
        Word<AuthorityEventKind>(happening.Kind, at + ".kind");
        if (happening.From.Count == 0) findings.Add(at + ".from", OfficeFileCodes.Empty);
        References(_authorities, happening.From, at + ".from");
        References(_authorities, happening.To, at + ".to");
        Reference(_sources, happening.Source, at + ".source");
    }

    /// <summary>Checks one partner with its facts and agreements.</summary>
    public void CheckPartner(PartnerItem partner, string at)
    {
        Reference(_authorities, partner.Authority, at + ".authority");
        Word<PartnerKind>(partner.Kind, at + ".kind");
        Length(partner.RegisteredName, OfficeLimits.Name, at + ".registeredName");
        NotEmpty(partner.Names, at + ".names");
        Lines(partner.Address, at + ".address");
        foreach (var (website, path) in Paths(partner.Websites, at + ".websites")) Url(website, path);
        References(_fields, partner.Fields, at + ".fields");
        Each(at + ".facts", partner.Facts, f => f.Key, CheckFact);
        Each(at + ".agreements", partner.Agreements, a => a.Key, CheckAgreement);
        Reference(_sources, partner.Source, at + ".source");
    }

    private void CheckFact(BaseFactItem fact, string at)
    {
        Word(FactKinds, fact.Kind, at + ".kind");
        if (fact.Value is null && fact.Text.IsEmpty) findings.Add(at, OfficeFileCodes.FactWithoutContent);
        if (fact.Value is not null && fact.Unit is null) findings.Add(at, OfficeFileCodes.FactWithoutUnit);
        if (fact.Unit is { } unit) Word(Units, unit, at + ".unit");
        Reference(_sources, fact.Source, at + ".source");
    }

    private void CheckAgreement(AgreementItem agreement, string at)
    {
        Word<AgreementKind>(agreement.Kind, at + ".kind");
        Length(agreement.RegisteredKind, OfficeLimits.Name, at + ".registeredKind");
        Length(agreement.Decision, OfficeLimits.Name, at + ".decision");
        if (agreement.SignedWith is { } signer) Reference(_authorities, signer, at + ".signedWith");
        foreach (var (date, path) in Paths(agreement.Dates, at + ".dates")) Word<AgreementDateRole>(date.Role, path + ".role");
        var ended = agreement.Dates.FirstOrDefault(d => d.Role == "ended")?.Date;
        if (ended is not null && agreement.Dates.Any(d => d.Role is "signed" or "in-force" && ended.CertainlyBefore(d.Date))) findings.Add(at + ".dates", OfficeFileCodes.DatesReversed);
        References(_fields, agreement.Fields, at + ".fields");
        Lines(agreement.Signatories, at + ".signatories");
        if (agreement.NoticeMonths is < 0 or > OfficeLimits.NoticeMonths) findings.Add(at + ".noticeMonths", OfficeFileCodes.OutOfRange);
        if (agreement.RenewsForYears is < 1 or > OfficeLimits.RenewalYears) findings.Add(at + ".renewsForYears", OfficeFileCodes.OutOfRange);
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        Each(at + ".steps", agreement.Steps, s => s.Key, (step, path) => CheckStep(step, earlier, path));
        if (agreement.Theirs is { } theirs) CheckTheirs(theirs, at + ".theirs");
        Reference(_sources, agreement.Source, at + ".source");
    }

    /// <param name="earlier">The keys of the steps before; the step's own is added to them.</param>
    private void CheckStep(LifeStepItem step, HashSet<string> earlier, string at)
    {
        Word<LifeStepKind>(step.Kind, at + ".kind");
        if (step.Reason is { } reason) Word<StepReason>(reason, at + ".reason");
        if (step.To is { } to) Word<AgreementKind>(to, at + ".to");
        Length(step.Decision, OfficeLimits.Name, at + ".decision");
        if (step.Stage is { } stage) Key(stage, at + ".stage");
        if (step.Document is { } document && !Guid.TryParse(document, out _)) findings.Add(at + ".document", OfficeFileCodes.UnknownReference, ("key", document));
        if (step.Of is { } other) Reference(earlier, other, at + ".of");
        earlier.Add(step.Key);
    }

    private void CheckTheirs(TheirHalfItem theirs, string at)
    {
        if (theirs.Kind is { } kind) Word<AgreementKind>(kind, at + ".kind");
        Length(theirs.Decision, OfficeLimits.Name, at + ".decision");
        Url(theirs.Page, at + ".page");
        Length(theirs.SaidIn, OfficeLimits.Name, at + ".saidIn");
    }

    private void CheckRelation(SettlementRelationItem relation, string at)
    {
        Reference(_places, relation.Settlement, at + ".settlement");
        Reference(_places, relation.With, at + ".with");
        Word<PartnerKind>(relation.Kind, at + ".kind");
        Reference(_sources, relation.Source, at + ".source");
    }

    private void CheckNumbering()
    {
        var taken = new HashSet<int>();
        foreach (var (partner, at) in Paths(file.Partners, "partners"))
        {
            if (partner.Number < 1 || partner.Number > file.Partners.Count || !taken.Add(partner.Number))
            {
                findings.Add(at + ".number", OfficeFileCodes.WrongNumbering, ("most", Number(file.Partners.Count)));
            }
        }
    }

    private void CheckAgreementKeys()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (partner, at) in Paths(file.Partners, "partners"))
        {
            foreach (var (agreement, path) in Paths(partner.Agreements, at + ".agreements"))
            {
                if (!seen.Add(agreement.Key)) findings.Add(path + ".key", OfficeFileCodes.RepeatedKey, ("key", agreement.Key));
            }
        }
    }

    private void Each<T>(string list, IReadOnlyList<T> items, Func<T, string> key, Action<T, string> check)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (item, at) in Paths(items, list))
        {
            Key(key(item), at + ".key");
            if (!seen.Add(key(item))) findings.Add(at + ".key", OfficeFileCodes.RepeatedKey, ("key", key(item)));
            check(item, at);
        }
    }

    private static void NoFurther<T>(T item, string at)
    {
    }

    private static IEnumerable<(T Item, string At)> Paths<T>(IReadOnlyList<T> items, string list) =>
        items.Select((item, i) => (item, string.Create(CultureInfo.InvariantCulture, $"{list}[{i}]")));

    private void Key(string key, string at)
    {
        if (key.Length > OfficeLimits.Key || !KeyForm().IsMatch(key)) findings.Add(at, OfficeFileCodes.WrongKey, ("key", key));
    }

    private void References(HashSet<string> known, IReadOnlyList<string> keys, string list)
    {
        foreach (var (key, at) in Paths(keys, list)) Reference(known, key, at);
    }

    private void Reference(HashSet<string> known, string key, string at)
    {
        if (!known.Contains(key)) findings.Add(at, OfficeFileCodes.UnknownReference, ("key", key));
    }

    private void Word<TEnum>(string word, string at) where TEnum : struct, Enum => Word(Words<TEnum>.All, word, at);

    private void Word(IReadOnlyList<string> words, string word, string at)
    {
        if (!words.Contains(word)) findings.Add(at, OfficeFileCodes.UnknownWord, ("text", word), ("wanted", string.Join(", ", words)));
    }

    private void Country(string country, string at)
    {
        if (!CountryList.Knows(country)) findings.Add(at, OfficeFileCodes.UnknownCountry, ("text", country));
    }

    private void NotEmpty(LocalText text, string at)
    {
        if (text.IsEmpty) findings.Add(at, OfficeFileCodes.Empty);
        foreach (var (said, language) in text) Length(said, OfficeLimits.Name, $"{at}.{language}");
    }

    private void Lines(IReadOnlyList<string> lines, string list)
    {
        foreach (var (line, at) in Paths(lines, list)) Length(line, OfficeLimits.Name, at);
    }

    private void Length(string? text, int most, string at)
    {
        if (text is { Length: 0 }) findings.Add(at, OfficeFileCodes.Empty);
        if (text?.Length > most) findings.Add(at, OfficeFileCodes.TooLong, ("most", Number(most)));
    }

    private void Url(string? url, string at)
    {
        if (url is null) return;
        var fits = url.Length <= OfficeLimits.Url && Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https");
        if (!fits) findings.Add(at, OfficeFileCodes.WrongAddress, ("text", url.Length > 100 ? url[..100] : url));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KeyForm();

    [GeneratedRegex("^#[0-9a-f]{6}$")]
    private static partial Regex Colour();

    [GeneratedRegex(@"^[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+$")]
    private static partial Regex Email();
}
