using Tessera.Domain.Agreements;
using Tessera.Domain.Partners;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Partners;

/// <summary>Writes a file's partners with their facts and agreements into tracked rows.</summary>
internal sealed class PartnerWriting(
    TesseraDb db, int office, IReadOnlyDictionary<string, Guid> sources, IReadOnlyDictionary<string, OfficeTextRow> fields, WrittenDirectory directory,
    IReadOnlySet<string> touched, DateTimeOffset now)
{
    /// <summary>A new row for a partner.</summary>
    public PartnerRecord New(PartnerItem item) => new() { Id = Guid.CreateVersion7(), OfficeId = office, Key = item.Key };

    /// <summary>Makes the row what the item says.</summary>
    public void Fill(PartnerRecord row, PartnerItem item)
    {
        (row.Number, row.Kind, row.RegisteredName) = (item.Number, Words<PartnerKind>.Parse(item.Kind), item.RegisteredName);
        (row.AuthorityId, row.SourceId) = (directory.Authorities[item.Authority], sources[item.Source]);
        (row.Names, row.Note, row.Why, row.ArchivedOn) = (item.Names, item.Note, item.Why, item.ArchivedOn);
        (row.Address, row.Websites) = ([.. item.Address], [.. item.Websites]);
        row.SearchText = SearchText(item);
        if (touched.Contains($"partner/{item.Key}")) (row.UpdatedAt, row.Version) = (now, row.Version + 1);
        Choose(row.Fields, item.Fields);
        db.Sync(row.Facts, f => f.Key, item.Facts, f => f.Key, i => new BaseFactRecord { Id = Guid.CreateVersion7(), OfficeId = office, PartnerId = row.Id, Key = i.Key }, Fill);
        db.Sync(row.Agreements, a => a.Key, item.Agreements, a => a.Key,
            i => new AgreementRecord { Id = Guid.CreateVersion7(), OfficeId = office, PartnerId = row.Id, Key = i.Key }, Fill);
    }

    /// <summary>What the search looks through besides the names of the directory: names, the registered name, addresses, decision numbers.</summary>
    public static string SearchText(PartnerItem item) => string.Join('\n', item.Names.Select(n => n.Text).Append(item.RegisteredName).Concat(item.Address)
        .Concat(item.Websites).Concat(item.Agreements.SelectMany(a => a.Steps.Select(s => s.Decision ?? "").Append(a.Decision ?? ""))).Select(Folding.Of).Where(t => t.Length > 0).Distinct());

    private void Fill(BaseFactRecord row, BaseFactItem item, int position)
    {
        (row.Kind, row.Value, row.Unit, row.About) = (item.Kind, item.Value, item.Unit, item.About);
        (row.Text, row.AsOf, row.SourceId, row.Position) = (item.Text, item.AsOf, sources[item.Source], position);
    }

    private void Fill(AgreementRecord row, AgreementItem item, int position)
    {
        (row.Kind, row.RegisteredKind, row.Decision) = (Words<AgreementKind>.Parse(item.Kind), item.RegisteredKind, item.Decision);
        (row.DecisionBody, row.Purpose, row.Note) = (item.DecisionBody, item.Purpose, item.Note);
        (row.SourceId, row.Position) = (sources[item.Source], position);
        row.SignedWithId = item.SignedWith is null ? null : directory.Authorities[item.SignedWith];
        (row.Signatories, row.Until, row.NoticeMonths, row.RenewsForYears) = ([.. item.Signatories], item.Until, item.NoticeMonths, item.RenewsForYears);
        (row.Steps, row.Theirs) = ([.. item.Steps], item.Theirs);
        if (touched.Contains($"agreement/{item.Key}")) row.UpdatedAt = now;
        Choose(row.Fields, item.Fields);
        WriteDates(row, item);
    }

    private void WriteDates(AgreementRecord row, AgreementItem item)
    {
        var dates = item.Dates.Select((d, i) => new AgreementDateRecord
        {
            OfficeId = office,
            AgreementId = row.Id,
            Position = i,
            Role = Words<AgreementDateRole>.Parse(d.Role),
            Date = d.Date,
            Earliest = d.Date.Earliest,
            Latest = d.Date.Latest,
        }).ToList();
        if (row.Dates.OrderBy(d => d.Position).Select(d => (d.Role, d.Date)).SequenceEqual(dates.Select(d => (d.Role, d.Date)))) return;
        db.RemoveRange(row.Dates.Where(d => dates.All(n => n.Position != d.Position)).ToList());
        foreach (var date in dates) WriteDate(row, date);
    }

    private void WriteDate(AgreementRecord row, AgreementDateRecord date)
    {
        if (row.Dates.FirstOrDefault(d => d.Position == date.Position) is { } known) db.Entry(known).CurrentValues.SetValues(date);
        else row.Dates.Add(db.Add(date).Entity);
    }

    private void Choose(List<OfficeTextRow> chosen, IReadOnlyList<string> keys)
    {
        chosen.RemoveAll(f => !keys.Contains(f.Key));
        chosen.AddRange(keys.Where(k => chosen.All(f => f.Key != k)).Select(k => fields[k]).ToList());
    }
}
