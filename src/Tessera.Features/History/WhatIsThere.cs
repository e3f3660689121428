using Microsoft.EntityFrameworkCore;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.History;

/// <summary>Which of the records that entries speak of are there, read in one query for each kind of record.</summary>
internal sealed class WhatIsThere
{
    private static readonly string[] Shared = ["place", "authority", "authority-event", "authority-proposal"];
    private readonly HashSet<string> _records = [];
    private readonly HashSet<Guid> _states = [];

    /// <summary>Reads it.</summary>
    public static async Task<WhatIsThere> ReadAsync(TesseraDb db, IReadOnlyList<ChangeRow> rows, CancellationToken cancellation)
    {
        var there = new WhatIsThere();
        foreach (var subject in rows.Where(r => r.Kind == ChangeKind.Changed || r.Subject == "contact").Select(r => r.Subject).Distinct())
        {
            if (Known(db, subject) is { } known) there._records.UnionWith((await known.ToListAsync(cancellation)).Select(k => subject + k));
        }

        var entries = rows.Where(r => r.Subject == "contact" && r.Kind == ChangeKind.Changed).Select(r => r.Id).ToList();
        if (entries.Count > 0) there._states.UnionWith(await db.ContactStates.Where(s => entries.Contains(s.Id)).Select(s => s.Id).ToListAsync(cancellation));
        return there;
    }

    /// <summary>Of <see cref="RestoringCodes"/>, why the state before an entry cannot come back; null when it can.</summary>
    public string? WhyNot(ChangeRow entry) => entry switch
    {
        { Subject: var subject } when Shared.Contains(subject) => RestoringCodes.Shared,
        { Subject: "contact" } when !IsThere(entry) => RestoringCodes.Erased,
        { Kind: ChangeKind.Added } => RestoringCodes.Added,
        { Kind: ChangeKind.Removed } => RestoringCodes.Removed,
        { Subject: "delegation" } => RestoringCodes.Stages,
        _ when entry.Fields.Any(f => f.Field == "partner") => RestoringCodes.Gone,
        { Subject: "contact" } => _states.Contains(entry.Id) ? null : RestoringCodes.NotKept,
        _ when !IsThere(entry) => RestoringCodes.Gone,
        _ => entry.Fields.All(f => IsField(entry.Subject, f.Field)) ? null : RestoringCodes.Form,
    };

    private bool IsThere(ChangeRow entry) => entry.Subject == "office" || _records.Contains(entry.Subject + Name(entry.Parent is null || entry.Subject is "contact" or "document" ? null : entry.Parent, entry.Key));

    private static string Name(string? parent, string key) => parent is null ? "/" + key : parent + "/" + key;

    private static bool IsField(string subject, string field) => subject switch
    {
        "office" => OfficeItems.Has<OfficeSheet>(field),
        "source" => OfficeItems.Has<SourceItem>(field),
        "partner" => OfficeItems.Has<PartnerItem>(field),
        "agreement" => OfficeItems.Has<AgreementItem>(field),
        "base-fact" => OfficeItems.Has<BaseFactItem>(field),
        "membership" => OfficeItems.Has<MembershipItem>(field),
        "activity" => OfficeItems.Has<ActivityItem>(field),
        "organiser" => OfficeItems.Has<OrganiserItem>(field),
        "day" => OfficeItems.Has<DayItem>(field),
        "news" => OfficeItems.Has<NewsItem>(field),
        "publication" => OfficeItems.Has<PublicationItem>(field),
        "settlement-relation" => OfficeItems.Has<SettlementRelationItem>(field),
        _ => true,
    };

    private static IQueryable<string>? Known(TesseraDb db, string subject) => subject switch
    {
        "partner" => db.Partners.Select(p => "/" + p.Key),
        "agreement" => db.Agreements.Select(a => a.Partner!.Key + "/" + a.Key),
        "base-fact" => db.BaseFacts.Join(db.Partners, f => f.PartnerId, p => p.Id, (f, p) => p.Key + "/" + f.Key),
        "membership" => db.Memberships.Select(m => "/" + m.Key),
        "activity" => db.Activities.Select(a => "/" + a.Key),
        "organiser" => db.Organisers.Select(o => "/" + o.Key),
        "day" => db.RegionDays.Select(d => "/" + d.Key),
        "news" => db.News.Select(n => "/" + n.Key),
        "publication" => db.Publications.Select(p => "/" + p.Key),
        "settlement-relation" => db.SettlementRelations.Select(r => "/" + r.Key),
        "source" => db.Sources.Select(s => "/" + s.Key),
        "document" => db.Documents.Select(d => "/" + d.Id.ToString()),
        "contact" => db.Contacts.Select(c => "/" + c.Id.ToString()),
        _ => null,
    };
}
