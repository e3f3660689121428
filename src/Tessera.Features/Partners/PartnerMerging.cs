using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
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

    /// <summary>Moves the duplicate's documents and contacts to the one that stays, each with an entry of the history; the caller saves. Versions of a title are counted on.</summary>
    public static async Task MoveAsync(TesseraDb db, PartnerRecord from, PartnerRecord to, OfficeView office, Edit edit, DateTimeOffset now, CancellationToken cancellation)
    {
        void Enter(string subject, Guid id, params FieldChange[] also) => db.Changes.Add(ChangeEntries.Of(
            new OfficeChange(Interchange.Offices.ChangeKind.Changed, subject, id.ToString(), to.Key, [new FieldChange("partner", from.Key, to.Key), .. also]), to.Names, office.Id, edit, now));

        foreach (var contact in await db.Contacts.Where(c => c.PartnerId == from.Id).ToListAsync(cancellation))
        {
            contact.PartnerId = to.Id;
            Enter("contact", contact.Id);
        }

        var last = (await db.Documents.Where(d => d.PartnerId == to.Id).GroupBy(d => d.Title).Select(g => new { g.Key, Last = g.Max(d => d.Version) }).ToListAsync(cancellation)).ToDictionary(g => g.Key, g => g.Last);
        foreach (var document in await db.Documents.Where(d => d.PartnerId == from.Id).OrderBy(d => d.Title).ThenBy(d => d.Version).ToListAsync(cancellation))
        {
            var (was, version) = (document.Version, last.GetValueOrDefault(document.Title) + 1);
            (document.PartnerId, document.Version, last[document.Title]) = (to.Id, version, version);
            if (was == version) Enter("document", document.Id);
            else Enter("document", document.Id, new FieldChange("version", Text(was), Text(version)));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static LocalText Both(LocalText first, LocalText second) =>
        new(second.Concat(first).Select(t => KeyValuePair.Create(t.Language, t.Text)));
}
