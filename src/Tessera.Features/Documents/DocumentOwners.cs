using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Library;
using Tessera.Features.Storage;
using Tessera.Interchange.Documents;

namespace Tessera.Features.Documents;

/// <summary>To what documents belong, and what follows from it.</summary>
internal static class DocumentOwners
{
    /// <summary>Documents with what they belong to.</summary>
    public static IQueryable<DocumentRow> With(TesseraDb db) => db.Documents.Include(d => d.Partner).Include(d => d.Publication).Include(d => d.Membership).ThenInclude(m => m!.Organisation);

    /// <summary>The documents of one owner, withdrawn ones too.</summary>
    public static IQueryable<DocumentRow> Of(TesseraDb db, DocumentOwner owner) => owner.Kind switch
    {
        DocumentOwnerKind.Partner => With(db).Where(d => d.Partner!.Key == owner.Key),
        DocumentOwnerKind.Publication => With(db).Where(d => d.Publication!.Key == owner.Key),
        DocumentOwnerKind.Membership => With(db).Where(d => d.Membership!.Key == owner.Key),
        _ => throw new ArgumentOutOfRangeException(nameof(owner)),
    };

    /// <summary>Those that stand in lists; the file of a publication is as public as the publication.</summary>
    public static IQueryable<DocumentRow> Visible(IQueryable<DocumentRow> documents, bool publicOnly) =>
        documents.Where(d => d.WithdrawnAt == null && (!publicOnly || (d.IsPublic && (d.PublicationId == null || d.Publication!.IsPublic))));

    /// <summary>What a document belongs to; the row is read by <see cref="With"/>.</summary>
    public static (DocumentOwner Owner, LocalText Names) Owner(DocumentRow row) => row switch
    {
        { Partner: { } partner } => (new DocumentOwner(DocumentOwnerKind.Partner, partner.Key), partner.Names),
        { Publication: { } publication } => (new DocumentOwner(DocumentOwnerKind.Publication, publication.Key), publication.Title),
        { Membership: { } membership } => (new DocumentOwner(DocumentOwnerKind.Membership, membership.Key), membership.Organisation!.Names),
        _ => throw new InvalidOperationException($"Document {row.Id} was read without its owner."),
    };

    /// <summary>Locks the owner, since one at a time adds to it, so that each version has a number of its own.</summary>
    public static async Task<(Guid Id, LocalText Names)> LockAsync(TesseraDb db, DocumentOwner owner, CancellationToken cancellation)
    {
        switch (owner.Kind)
        {
            case DocumentOwnerKind.Partner:
                await db.Database.ExecuteSqlAsync($"select 1 from partner where key = {owner.Key} for update", cancellation);
                var partner = await db.Partners.Where(p => p.Key == owner.Key).Select(p => new { p.Id, p.Names }).SingleAsync(cancellation);
                return (partner.Id, partner.Names);
            case DocumentOwnerKind.Publication:
                await db.Database.ExecuteSqlAsync($"select 1 from publication where key = {owner.Key} for update", cancellation);
                var publication = await db.Publications.Where(p => p.Key == owner.Key).Select(p => new { p.Id, p.Title }).SingleAsync(cancellation);
                return (publication.Id, publication.Title);
            default:
                await db.Database.ExecuteSqlAsync($"select 1 from membership where key = {owner.Key} for update", cancellation);
                var membership = await db.Memberships.Where(m => m.Key == owner.Key).Select(m => new { m.Id, m.Organisation!.Names }).SingleAsync(cancellation);
                return (membership.Id, membership.Names);
        }
    }

    /// <summary>Gives the search of the library the text of the publication's newest file; nothing to do for other documents.</summary>
    public static async Task IndexAsync(TesseraDb db, Guid? publication, CancellationToken cancellation)
    {
        if (publication is not { } id) return;
        var newest = await db.Documents.Where(d => d.PublicationId == id && d.WithdrawnAt == null).OrderByDescending(d => d.UploadedAt).ThenByDescending(d => d.Id).Select(d => new { d.Hash, d.Kind }).FirstOrDefaultAsync(cancellation);
        var content = newest is null ? [] : await db.DocumentContents.Where(c => c.Hash == newest.Hash).Select(c => c.Content).SingleAsync(cancellation);
        var read = newest is null ? "" : DocumentText.Read(content, newest.Kind) ?? "";
        var text = string.Concat(read.Take(PublicationIndex.MostLetters).Where(c => !char.IsControl(c) || c is '\n'));
        await PublicationIndex.SetBodyAsync(db, id, text, Folding.Of(text), cancellation);
    }
}
