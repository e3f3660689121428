using Tessera.Domain.Memberships;
using Tessera.Domain.Partners;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;
using Tessera.Features.Calendar;
using Tessera.Features.Library;
using Tessera.Features.News;
using Tessera.Features.Partners;
using Tessera.Features.Programmes;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Offices;

/// <summary>Makes an office's tracked rows what a file says; only what differs reaches the database.</summary>
/// <param name="touched">"subject/key" of what differs, so that only that gets a new time of change.</param>
internal sealed class RegisterWriting(
    TesseraDb db, int office, OfficeGraph graph, WrittenDirectory directory, IReadOnlySet<string> touched, DateTimeOffset now)
{
    private readonly Dictionary<string, Guid> _sources = [];
    private readonly Dictionary<string, OfficeTextRow> _fields = [];
    private readonly Dictionary<string, Guid> _units = [];
    private readonly Dictionary<string, Guid> _memberships = [];
    private Dictionary<string, Guid> _organisers = [];

    /// <summary>Writes every list of the file; the caller saves.</summary>
    public void Write(OfficeFile file)
    {
        db.Sync(graph.Sources, s => s.Key, file.Sources, s => s.Key, NewSource, Fill);
        WriteTexts(file.Office);
        var partners = new PartnerWriting(db, office, _sources, _fields, directory, touched, now);
        db.Sync(graph.Partners, p => p.Key, file.Partners, p => p.Key, i => partners.New(i), (row, item, _) => partners.Fill(row, item));
        db.Sync(graph.Memberships, m => m.Key, file.Memberships, m => m.Key, i => new MembershipRow { Id = Guid.CreateVersion7(), OfficeId = office, Key = i.Key }, Fill);
        db.Sync(graph.Relations, r => r.Key, file.SettlementRelations, r => r.Key,
            i => new SettlementRelationRow { Id = Guid.CreateVersion7(), OfficeId = office, Key = i.Key }, Fill);
        _organisers = ProgrammeWriting.WriteOrganisers(db, office, graph.Organisers, file, directory);
        ProgrammeWriting.WriteDays(db, office, graph.Days, file, _organisers);
    }

    /// <summary>Writes the activities of the file, after all else; the caller saves. Those that do not differ are left alone.</summary>
    public void WriteActivities(OfficeFile file)
    {
        var partners = graph.Partners.ToDictionary(p => p.Key, p => p.Id);
        var organisers = file.Organisers.ToDictionary(o => o.Key, o => new OrganiserTarget(_organisers[o.Key], o.Country));
        var country = file.Authorities.FirstOrDefault(a => a.Key == file.Office.Authority)?.Country;
        var writing = new ActivityWriting(db, office, new ActivityTargets(_sources, directory.Authorities, partners, _fields, _units, organisers, _memberships), country, now);
        db.Sync(graph.Activities, a => a.Key, file.Activities, a => a.Key, writing.New, (row, item, position) =>
        {
            row.Position = position;
            if (touched.Contains($"activity/{item.Key}")) writing.Fill(row, item);
        });
    }

    /// <summary>Writes the news of the file, after its activities; the caller saves. Those that do not differ are left alone.</summary>
    public void WriteNews(OfficeFile file)
    {
        var writing = new NewsWriting(office, new NewsTargets(_sources, graph.Partners.ToDictionary(p => p.Key), _fields, graph.Activities.ToDictionary(a => a.Key)), now);
        db.Sync(graph.News, n => n.Key, file.News, n => n.Key, writing.New, (row, item, position) =>
        {
            row.Position = position;
            if (touched.Contains($"news/{item.Key}")) writing.Fill(row, item);
        });
    }

    /// <summary>Writes the publications of the file, after its activities; the caller saves. Those that do not differ are left alone.</summary>
    public void WritePublications(OfficeFile file)
    {
        var writing = new PublicationWriting(office, new PublicationTargets(_sources, _fields, graph.Activities.ToDictionary(a => a.Key)), now);
        db.Sync(graph.Publications, p => p.Key, file.Publications, p => p.Key, writing.New, (row, item, position) =>
        {
            row.Position = position;
            if (touched.Contains($"publication/{item.Key}")) writing.Fill(row, item);
        });
    }

    /// <summary>The names a changed record bore, for the public list of changes.</summary>
    public static LocalText NamesOf(OfficeChange change, OfficeFile file) => change.Subject switch
    {
        "partner" => file.Partners.FirstOrDefault(p => p.Key == change.Key)?.Names,
        "agreement" or "base-fact" => file.Partners.FirstOrDefault(p => p.Key == change.Parent)?.Names,
        "membership" => Organisation(file, file.Memberships.FirstOrDefault(m => m.Key == change.Key)?.Organisation),
        "authority" => Organisation(file, change.Key),
        "place" => file.Places.FirstOrDefault(p => p.Key == change.Key)?.Names,
        "settlement-relation" => file.Places.FirstOrDefault(p => p.Key == file.SettlementRelations.FirstOrDefault(r => r.Key == change.Key)?.Settlement)?.Names,
        "source" => file.Sources.FirstOrDefault(s => s.Key == change.Key)?.Title,
        "organiser" => file.Organisers.FirstOrDefault(o => o.Key == change.Key)?.Names,
        "day" => file.Days.FirstOrDefault(d => d.Key == change.Key)?.Names,
        "office" => file.Office.Name,
        _ => null,
    } ?? LocalText.Empty;

    private static LocalText? Organisation(OfficeFile file, string? key) => file.Authorities.FirstOrDefault(a => a.Key == key)?.Names;

    private void WriteTexts(OfficeSheet sheet)
    {
        WriteList(OfficeTextRow.Goal, [.. sheet.Goals.Select(Section)]);
        WriteList(OfficeTextRow.Task, [.. sheet.Tasks.Select(Section)]);
        WriteList(OfficeTextRow.Field, [.. sheet.Fields.Select(Section)]);
        WriteList(OfficeTextRow.Section, sheet.Sections);
        WriteList(OfficeTextRow.Responsible, sheet.Responsible);
        WriteList(OfficeTextRow.Useful, sheet.Useful);
    }

    private static SectionItem Section(TextItem item) => new(item.Key, LocalText.Empty, item.Text);

    private void WriteList(string list, IReadOnlyList<SectionItem> items)
    {
        var rows = graph.AllTexts.Where(t => t.List == list).ToList();
        db.Sync(rows, t => t.Key, items, i => i.Key, i => new OfficeTextRow { Id = Guid.CreateVersion7(), OfficeId = office, List = list, Key = i.Key }, (row, item, position) =>
        {
            (row.Heading, row.Text, row.Position) = (item.Heading, item.Text, position);
            if (list == OfficeTextRow.Field) _fields[item.Key] = row;
            if (list == OfficeTextRow.Responsible) _units[item.Key] = row.Id;
        });
    }

    private SourceRow NewSource(SourceItem item) => new() { Id = Guid.CreateVersion7(), OfficeId = office, Key = item.Key };

    private void Fill(SourceRow row, SourceItem item, int position)
    {
        (row.Title, row.Publisher, row.Url, row.StatedOn, row.Licence, row.Position) = (item.Title, item.Publisher, item.Url, item.StatedOn, item.Licence, position);
        _sources[item.Key] = row.Id;
    }

    private void Fill(MembershipRow row, MembershipItem item, int position)
    {
        _memberships[item.Key] = row.Id;
        row.OrganisationId = directory.Authorities[item.Organisation];
        row.Kind = Words<MembershipKind>.Parse(item.Kind);
        row.Dates = [.. item.Dates.Select(d => new MembershipDateView(Words<MembershipDateRole>.Parse(d.Role), d.Date))];
        (row.Seats, row.Substitutes, row.Note, row.Position) = (item.Seats, item.Substitutes, item.Note, position);
        row.Links = [.. item.Links];
        (row.Decision, row.NoticeMonths, row.ReviewOn, row.Fee) = (item.Decision, item.NoticeMonths, item.ReviewOn, item.Fee);
        (row.Invoices, row.People) = ([.. item.Invoices], [.. item.People]);
        row.SourceId = _sources[item.Source];
    }

    private void Fill(SettlementRelationRow row, SettlementRelationItem item, int position)
    {
        (row.SettlementId, row.WithId) = (directory.Places[item.Settlement], directory.Places[item.With]);
        (row.Kind, row.Note, row.Position, row.SourceId) = (Words<PartnerKind>.Parse(item.Kind), item.Note, position, _sources[item.Source]);
    }
}
