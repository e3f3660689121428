using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.History;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Partners;

/// <summary>Makes two records of one partner one.</summary>
internal static class PartnerMerging
{
    /// <summary>The one that stays, with what only the other has; where both say something, the one that stays is right.</summary>
    public static PartnerItem Merge(PartnerItem stays, PartnerItem other)
    {
        var agreements = stays.Agreements.ToList();
        foreach (var agreement in other.Agreements) agreements.Add(agreement with { SignedWith = agreement.SignedWith ?? (other.Authority == stays.Authority ? null : other.Authority) });
        var facts = stays.Facts.ToList();
        foreach (var fact in other.Facts) facts.Add(fact with { Key = Keys.Of(fact.Key, fact.Key, k => facts.Any(x => x.Key == k)) });
        return stays with
        {
            Names = Both(stays.Names, other.Names),
            Note = Both(stays.Note, other.Note),
            Why = Both(stays.Why, other.Why),
            Address = stays.Address.Count > 0 ? stays.Address : other.Address,
            Websites = [.. stays.Websites.Union(other.Websites)],
            Fields = [.. stays.Fields.Union(other.Fields)],
            Facts = facts,
            Agreements = agreements,
        };
    }

    /// <summary>Moves the duplicate's documents, contacts, activities and news to the one that stays, each with an entry of the history; the caller saves. Versions of a title are counted on.</summary>
    public static async Task MoveAsync(TesseraDb db, PartnerRecord from, PartnerRecord to, OfficeView office, Edit edit, DateTimeOffset now, CancellationToken cancellation)
    {
        void Enter(string subject, Guid id, params FieldChange[] also) => db.Changes.Add(ChangeEntries.Of(
            new OfficeChange(Interchange.Offices.ChangeKind.Changed, subject, id.ToString(), to.Key, [new FieldChange("partner", from.Key, to.Key), .. also]), to.Names, office.Id, edit, now));

        foreach (var contact in await db.Contacts.Where(c => c.PartnerId == from.Id).ToListAsync(cancellation))
        {
            contact.PartnerId = to.Id;
            Enter("contact", contact.Id);
        }

        await MoveActivitiesAsync(db, from, to, (subject, key) => db.Changes.Add(ChangeEntries.Of(
            new OfficeChange(Interchange.Offices.ChangeKind.Changed, subject, key, null, [new FieldChange("partner", from.Key, to.Key)]), to.Names, office.Id, edit, now)), cancellation);
        await MoveNewsAsync(db, from, to, key => db.Changes.Add(ChangeEntries.Of(
            new OfficeChange(Interchange.Offices.ChangeKind.Changed, "news", key, null, [new FieldChange("partner", from.Key, to.Key)]), to.Names, office.Id, edit, now)), cancellation);
        var last = (await db.Documents.Where(d => d.PartnerId == to.Id).GroupBy(d => d.Title).Select(g => new { g.Key, Last = g.Max(d => d.Version) }).ToListAsync(cancellation)).ToDictionary(g => g.Key, g => g.Last);
        foreach (var document in await db.Documents.Where(d => d.PartnerId == from.Id).OrderBy(d => d.Title).ThenBy(d => d.Version).ToListAsync(cancellation))
        {
            var (was, version) = (document.Version, last.GetValueOrDefault(document.Title) + 1);
            (document.PartnerId, document.Version, last[document.Title]) = (to.Id, version, version);
            if (was == version) Enter("document", document.Id);
            else Enter("document", document.Id, new FieldChange("version", Text(was), Text(version)));
        }
    }

    /// <summary>Puts the one that stays into the activities of the duplicate, where it is not in them already, with the part that the duplicate had.</summary>
    private static async Task MoveActivitiesAsync(TesseraDb db, PartnerRecord from, PartnerRecord to, Action<string, string> enter, CancellationToken cancellation)
    {
        var both = await db.ActivityPartners.Where(p => p.PartnerId == from.Id || p.PartnerId == to.Id).ToListAsync(cancellation);
        var keys = await db.Activities.Where(a => a.Partners.Any(p => p.PartnerId == from.Id)).Select(a => new { a.Id, a.Key }).ToDictionaryAsync(a => a.Id, a => a.Key, cancellation);
        var touched = keys.Keys.ToList();
        await db.Activities.Where(a => touched.Contains(a.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.Version, x => x.Version + 1), cancellation);
        foreach (var moved in both.Where(p => p.PartnerId == from.Id))
        {
            db.Remove(moved);
            if (both.All(p => p.PartnerId != to.Id || p.ActivityId != moved.ActivityId))
                db.Add(new ActivityPartnerRecord { OfficeId = moved.OfficeId, ActivityId = moved.ActivityId, PartnerId = to.Id, Position = moved.Position, Part = moved.Part });
            enter("activity", keys[moved.ActivityId]);
        }
    }

    /// <summary>The news that told of the duplicate tells of the one that stays.</summary>
    private static async Task MoveNewsAsync(TesseraDb db, PartnerRecord from, PartnerRecord to, Action<string> enter, CancellationToken cancellation)
    {
        foreach (var key in await db.News.Where(n => n.Partners.Any(p => p.Id == from.Id)).Select(n => n.Key).ToListAsync(cancellation)) enter(key);
        await db.News.Where(n => n.Partners.Any(p => p.Id == from.Id)).ExecuteUpdateAsync(n => n.SetProperty(x => x.Version, x => x.Version + 1), cancellation);
        await db.Database.ExecuteSqlAsync($"insert into news_partner (news_id, partner_id) select news_id, {to.Id} from news_partner where partner_id = {from.Id} on conflict do nothing", cancellation);
        await db.Database.ExecuteSqlAsync($"delete from news_partner where partner_id = {from.Id}", cancellation);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static LocalText Both(LocalText first, LocalText second) =>
        new(second.Concat(first).Select(t => KeyValuePair.Create(t.Language, t.Text)));
}
