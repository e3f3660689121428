using Tessera.Domain.Agreements;
using Tessera.Domain.Authorities;
using Tessera.Domain.Memberships;
using Tessera.Domain.Offices;
using Tessera.Domain.Partners;
using Tessera.Features.Authorities;
using Tessera.Features.Calendar;
using Tessera.Features.Library;
using Tessera.Features.News;
using Tessera.Features.Partners;
using Tessera.Features.Programmes;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Offices;

/// <summary>Writes an office's register back into the form it can be loaded from. What is dumped and loaded again changes nothing.</summary>
internal static class OfficeDump
{
    /// <summary>The office as it stands, with the part of the shared directory that it refers to.</summary>
    public static async Task<OfficeFile> ReadAsync(TesseraDb db, OfficeRow office, DirectoryKeys alsoWanted, bool withActivities, CancellationToken cancellation)
    {
        var register = await OfficeGraph.ReadAsync(db, tracked: false, withActivities, cancellation);
        var directory = await DirectoryGraph.ReadAsync(db, office, register, alsoWanted, cancellation);
        return new OfficeFile
        {
            Format = OfficeFile.CurrentFormat,
            Office = Sheet(office, register, directory) with { Arms = await OfficeArms.ReadAsync(db, cancellation) },
            Sources = [.. register.Sources.Select(Source)],
            Places = [.. directory.Places.Select(Place)],
            Authorities = [.. directory.Authorities.Select(Authority)],
            AuthorityEvents = [.. directory.Events.Select(Event)],
            Partners = [.. register.Partners.Select(p => Partner(p, directory.AuthorityKey))],
            Memberships = [.. register.Memberships.Select(m => Membership(m, directory.AuthorityKey))],
            SettlementRelations = [.. register.Relations.Select(r => Relation(r, directory))],
            Activities = [.. register.Activities.Select(ActivityWriting.Item)],
            Organisers = [.. register.Organisers.Select(o => ProgrammeWriting.Item(o, directory.AuthorityKey))],
            Days = [.. register.Days.Select(ProgrammeWriting.Item)],
            News = [.. register.News.Select(NewsWriting.Item)],
            Publications = [.. register.Publications.Select(PublicationWriting.Item)],
        };
    }

    private static OfficeSheet Sheet(OfficeRow office, OfficeGraph register, DirectoryGraph directory) => new()
    {
        Slug = office.Slug,
        Kind = Words<OfficeKind>.Write(office.Kind),
        Authority = directory.AuthorityKey(office.AuthorityId),
        Name = office.Name,
        ShortName = office.ShortName,
        Languages = office.Languages,
        Colour = office.Colour,
        Summary = office.Summary,
        Goals = register.Texts(OfficeTextRow.Goal),
        Tasks = register.Texts(OfficeTextRow.Task),
        Fields = register.Texts(OfficeTextRow.Field),
        Sections = register.SectionsOf(OfficeTextRow.Section),
        Responsible = register.SectionsOf(OfficeTextRow.Responsible),
        Useful = register.SectionsOf(OfficeTextRow.Useful),
        Contact = new ContactItem { Address = office.Address, Website = office.Website, Email = office.Email, Phone = office.Phone },
        Source = office.SourceKey,
    };

    private static SourceItem Source(SourceRow row) => new()
    {
        Key = row.Key,
        Title = row.Title,
        Publisher = row.Publisher,
        Url = row.Url,
        StatedOn = row.StatedOn,
        Licence = row.Licence,
    };

    private static PlaceItem Place(PlaceRow row) => new()
    {
        Key = row.Key,
        Names = row.Names,
        Country = row.Country,
        Latitude = row.Latitude,
        Longitude = row.Longitude,
        Population = row.Population,
        PopulationAsOf = row.PopulationAsOf,
        GeoNames = row.GeoNames,
        Source = row.Source!.Key,
    };

    private static AuthorityItem Authority(AuthorityRow row) => new()
    {
        Key = row.Key,
        Kind = Words<AuthorityKind>.Write(row.Kind),
        Country = row.Country,
        Names = row.Names,
        Abbreviation = row.Abbreviation,
        Seat = row.Seat?.Key,
        Website = row.Website,
        From = row.Begun,
        Until = row.Ended,
        Identifiers = [.. row.Identifiers.Select(i => new IdentifierItem(i.Scheme, i.Value))],
        Source = row.Source!.Key,
    };

    private static AuthorityEventItem Event(AuthorityEventRow row) => new()
    {
        Key = row.Key,
        Kind = Words<AuthorityEventKind>.Write(row.Kind),
        Date = row.Date,
        Note = row.Note,
        Source = row.Source!.Key,
        From = Side(row, AuthorityEventPartyRow.FromSide),
        To = Side(row, AuthorityEventPartyRow.ToSide),
    };

    private static List<string> Side(AuthorityEventRow row, string side) =>
        [.. row.Parties.Where(p => p.Side == side).OrderBy(p => p.Position).Select(p => p.Authority!.Key)];

    /// <summary>A partner with its facts and agreements.</summary>
    public static PartnerItem Partner(PartnerRecord row, Func<Guid, string> authorityKey) => new()
    {
        Key = row.Key,
        Number = row.Number,
        Authority = authorityKey(row.AuthorityId),
        Kind = Words<PartnerKind>.Write(row.Kind),
        RegisteredName = row.RegisteredName,
        Names = row.Names,
        Address = row.Address,
        Websites = row.Websites,
        Note = row.Note,
        Why = row.Why,
        ArchivedOn = row.ArchivedOn,
        Fields = [.. row.Fields.OrderBy(f => f.Position).Select(f => f.Key)],
        Facts = [.. row.Facts.OrderBy(f => f.Position).Select(Fact)],
        Agreements = [.. row.Agreements.OrderBy(a => a.Position).Select(a => Agreement(a, authorityKey))],
        Source = row.Source!.Key,
    };

    private static BaseFactItem Fact(BaseFactRecord row) => new()
    {
        Key = row.Key,
        Kind = row.Kind,
        Value = row.Value,
        Unit = row.Unit,
        About = row.About,
        Text = row.Text,
        AsOf = row.AsOf,
        Source = row.Source!.Key,
    };

    private static AgreementItem Agreement(AgreementRecord row, Func<Guid, string> authorityKey) => new()
    {
        Key = row.Key,
        Kind = Words<AgreementKind>.Write(row.Kind),
        RegisteredKind = row.RegisteredKind,
        Decision = row.Decision,
        DecisionBody = row.DecisionBody,
        SignedWith = row.SignedWithId is { } signer ? authorityKey(signer) : null,
        Dates = [.. row.Dates.OrderBy(d => d.Position).Select(d => new AgreementDateItem(Words<AgreementDateRole>.Write(d.Role), d.Date))],
        Fields = [.. row.Fields.OrderBy(f => f.Position).Select(f => f.Key)],
        Purpose = row.Purpose,
        Note = row.Note,
        Signatories = row.Signatories,
        Until = row.Until,
        NoticeMonths = row.NoticeMonths,
        RenewsForYears = row.RenewsForYears,
        Steps = row.Steps,
        Theirs = row.Theirs,
        Source = row.Source!.Key,
    };

    /// <summary>A membership; its source is to be read with it.</summary>
    /// <param name="organisation">The key of its organisation.</param>
    public static MembershipItem Membership(MembershipRow row, Func<Guid, string> organisation) => new()
    {
        Key = row.Key,
        Organisation = organisation(row.OrganisationId),
        Kind = Words<MembershipKind>.Write(row.Kind),
        Dates = [.. row.Dates.Select(d => new MembershipDateItem(Words<MembershipDateRole>.Write(d.Role), d.Date))],
        Seats = row.Seats,
        Substitutes = row.Substitutes,
        Note = row.Note,
        Links = row.Links,
        Decision = row.Decision,
        NoticeMonths = row.NoticeMonths,
        ReviewOn = row.ReviewOn,
        Fee = row.Fee,
        Invoices = row.Invoices,
        People = row.People,
        Source = row.Source!.Key,
    };

    private static SettlementRelationItem Relation(SettlementRelationRow row, DirectoryGraph directory) => new()
    {
        Key = row.Key,
        Settlement = directory.PlaceKey(row.SettlementId),
        With = directory.PlaceKey(row.WithId),
        Kind = Words<PartnerKind>.Write(row.Kind),
        Note = row.Note,
        Source = row.Source!.Key,
    };
}
