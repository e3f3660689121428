using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
using Tessera.Features.History;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Documents;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Documents;

/// <summary>To what a document belongs.</summary>
public enum DocumentOwnerKind
{
    /// <summary>A partner, or one of its agreements.</summary>
    Partner,

    /// <summary>A publication of the library; it is as public as the publication.</summary>
    Publication,

    /// <summary>A membership.</summary>
    Membership,
}

/// <summary>What a document belongs to, by its key.</summary>
public sealed record DocumentOwner(DocumentOwnerKind Kind, string Key);

/// <summary>A document in a list.</summary>
/// <param name="OwnerNames">The names of the partner or organisation, or the title of the publication.</param>
/// <param name="Version">Of documents with the same title at the same owner, from 1.</param>
public sealed record DocumentView(
    Guid Id, DocumentOwner Owner, LocalText OwnerNames, string? AgreementKey, DocumentKind Kind, string Title, string? Language, int Version, string FileName, string MediaType, long Size,
    bool IsPublic, string UploadedBy, DateTimeOffset UploadedAt, string Sha256);

/// <summary>A file that somebody sends.</summary>
/// <param name="Agreement">The key of the partner's agreement to which it belongs; null for the partner itself.</param>
public sealed record SentDocument(string FileName, ReadOnlyMemory<byte> Content, string? Agreement, string Title, string? Language, bool IsPublic);

/// <summary>Keeps documents: examined, hashed, stored once, never overwritten.</summary>
public sealed class DocumentService(Database database, TimeProvider time)
{
    /// <summary>Bytes that the documents of an office may take together.</summary>
    public const long MostOfAnOffice = 2L * 1024 * 1024 * 1024;

    /// <summary>The code of the refusal when they would take more.</summary>
    public const string Full = "document.office-full";

    private const string Public = "isPublic";
    private const string Withdrawn = "withdrawn";

    /// <summary>Takes a document of a partner in; what stands against it comes back as refusals, and then nothing was kept.</summary>
    public Task<(Guid? Id, IReadOnlyList<DocumentRefusal> Refusals)> AddAsync(OfficeView office, string partner, SentDocument sent, Edit edit, CancellationToken cancellation) =>
        AddAsync(office, new DocumentOwner(DocumentOwnerKind.Partner, partner), sent, edit, cancellation);

    /// <summary>The same for whatever it belongs to.</summary>
    public async Task<(Guid? Id, IReadOnlyList<DocumentRefusal> Refusals)> AddAsync(OfficeView office, DocumentOwner owner, SentDocument sent, Edit edit, CancellationToken cancellation)
    {
        var reading = DocumentCheck.Examine(sent.Content, sent.FileName);
        if (!reading.IsAccepted) return (null, reading.Refusals);
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (id, names) = await DocumentOwners.LockAsync(db, owner, cancellation);
        if (await db.Documents.SumAsync(d => d.Size, cancellation) + sent.Content.Length > MostOfAnOffice) return (null, [new DocumentRefusal(Full, new Dictionary<string, string> { ["most"] = "2 GB" })]);
        var last = await DocumentOwners.Of(db, owner).Where(d => d.Title == sent.Title).MaxAsync(d => (int?)d.Version, cancellation) ?? 0;
        var row = Row(office, owner.Kind, id, sent, reading, last + 1, edit);
        await db.Database.ExecuteSqlAsync($"insert into document_content (hash, content) values ({row.Hash}, {sent.Content.ToArray()}) on conflict do nothing", cancellation);
        db.Add(row);
        db.Changes.Add(Entry(Interchange.Offices.ChangeKind.Added, row.Id, owner, names, office, edit, []));
        await db.SaveChangesAsync(cancellation);
        await DocumentOwners.IndexAsync(db, row.PublicationId, cancellation);
        await Storage.Changes.AnnounceAsync(db, office.Slug, cancellation);
        await transaction.CommitAsync(cancellation);
        return (row.Id, []);
    }

    /// <summary>The documents of a partner, newest first.</summary>
    public Task<IReadOnlyList<DocumentView>> OfPartnerAsync(OfficeView office, string partner, bool publicOnly, CancellationToken cancellation) =>
        OfAsync(office, new DocumentOwner(DocumentOwnerKind.Partner, partner), publicOnly, cancellation);

    /// <summary>The documents of whatever they belong to, newest first.</summary>
    public async Task<IReadOnlyList<DocumentView>> OfAsync(OfficeView office, DocumentOwner owner, bool publicOnly, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var rows = await DocumentOwners.Visible(DocumentOwners.Of(db, owner), publicOnly).OrderByDescending(d => d.UploadedAt).ToListAsync(cancellation);
        return [.. rows.Select(View)];
    }

    /// <summary>The public documents of all memberships, by the key of the membership, newest first.</summary>
    public async Task<ILookup<string, DocumentView>> OfMembershipsAsync(OfficeView office, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var rows = await DocumentOwners.Visible(DocumentOwners.With(db).Where(d => d.MembershipId != null), publicOnly: true).OrderByDescending(d => d.UploadedAt).ToListAsync(cancellation);
        return rows.Select(View).ToLookup(d => d.Owner.Key);
    }

    /// <summary>A document with its content; null when the office has none under this number, or it is not public where that is asked for.</summary>
    public async Task<(DocumentView Document, byte[] Content)?> OpenAsync(OfficeView office, Guid id, bool publicOnly, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        if (await DocumentOwners.Visible(DocumentOwners.With(db).Where(d => d.Id == id), publicOnly).SingleOrDefaultAsync(cancellation) is not { } row) return null;
        var content = await db.DocumentContents.Where(c => c.Hash == row.Hash).Select(c => c.Content).SingleAsync(cancellation);
        return (View(row), content);
    }

    /// <summary>Publishes a document on the portal, or takes it from there.</summary>
    public Task PublishAsync(OfficeView office, Guid id, bool isPublic, Edit edit, CancellationToken cancellation) => ChangeAsync(office, id, edit, row =>
    {
        var was = row.IsPublic;
        row.IsPublic = isPublic;
        return [new FieldChange(Public, was ? "true" : "false", isPublic ? "true" : "false")];
    }, cancellation);

    /// <summary>Takes a document from every list; its content stays.</summary>
    public Task WithdrawAsync(OfficeView office, Guid id, Edit edit, CancellationToken cancellation) => ChangeAsync(office, id, edit, row =>
    {
        FieldChange[] unpublished = row.IsPublic ? [new FieldChange(Public, "true", "false")] : [];
        (row.WithdrawnAt, row.IsPublic) = (time.GetUtcNow(), false);
        return [new FieldChange(Withdrawn, null, "true"), .. unpublished];
    }, cancellation);

    /// <summary>Makes a document as public as it was, and puts it back into the lists if it stood there; its content was never changed.</summary>
    internal Task RestoreAsync(OfficeView office, Guid id, IReadOnlyList<(string Field, string? Value)> was, Edit edit, CancellationToken cancellation) => ChangeAsync(office, id, edit, row =>
    {
        var fields = new List<FieldChange>();
        foreach (var (field, value) in was)
        {
            if (field == Withdrawn && row.WithdrawnAt is not null && value is null)
            {
                row.WithdrawnAt = null;
                fields.Add(new FieldChange(field, "true", null));
            }

            if (field != Public || row.IsPublic == (value == "true")) continue;
            fields.Add(new FieldChange(field, row.IsPublic ? "true" : "false", value));
            row.IsPublic = value == "true";
        }

        return fields;
    }, cancellation);

    private async Task ChangeAsync(OfficeView office, Guid id, Edit edit, Func<DocumentRow, IReadOnlyList<FieldChange>> change, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await DocumentOwners.With(db).AsTracking().SingleAsync(d => d.Id == id, cancellation);
        var (owner, names) = DocumentOwners.Owner(row);
        db.Changes.Add(Entry(Interchange.Offices.ChangeKind.Changed, id, owner, names, office, edit, change(row)));
        await db.SaveChangesAsync(cancellation);
        await DocumentOwners.IndexAsync(db, row.PublicationId, cancellation);
        await Storage.Changes.AnnounceAsync(db, office.Slug, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Of a partner's document the partner stands above it, so that its history has it too.</summary>
    private ChangeRow Entry(Interchange.Offices.ChangeKind kind, Guid id, DocumentOwner owner, LocalText names, OfficeView office, Edit edit, IReadOnlyList<FieldChange> fields) =>
        ChangeEntries.Of(new OfficeChange(kind, "document", id.ToString(), owner.Kind is DocumentOwnerKind.Partner ? owner.Key : null, fields), names, office.Id, edit, time.GetUtcNow());

    private DocumentRow Row(OfficeView office, DocumentOwnerKind kind, Guid owner, SentDocument sent, DocumentReading reading, int version, Edit edit) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        OfficeId = office.Id,
        PartnerId = kind is DocumentOwnerKind.Partner ? owner : null,
        PublicationId = kind is DocumentOwnerKind.Publication ? owner : null,
        MembershipId = kind is DocumentOwnerKind.Membership ? owner : null,
        AgreementKey = sent.Agreement,
        Kind = reading.Kind!.Value,
        Title = sent.Title,
        Language = sent.Language,
        Version = version,
        FileName = reading.FileName,
        MediaType = reading.MediaType,
        Size = sent.Content.Length,
        Hash = SHA256.HashData(sent.Content.Span),
        IsPublic = sent.IsPublic,
        FoldedText = Searchable($"{sent.Title}\n{reading.FileName}\n{DocumentText.Read(sent.Content, reading.Kind.Value)}"),
        UploadedBy = edit.Author,
        UploadedAt = time.GetUtcNow(),
    };

    /// <summary>A tsvector holds a megabyte at the most.</summary>
    private static string Searchable(string text) => Folding.Of(text.Length > 300_000 ? text[..300_000] : text);

    private static DocumentView View(DocumentRow d)
    {
        var (owner, names) = DocumentOwners.Owner(d);
        return new DocumentView(
            d.Id, owner, names, d.AgreementKey, d.Kind, d.Title, d.Language, d.Version, d.FileName, d.MediaType, d.Size, d.IsPublic, d.UploadedBy, d.UploadedAt, Convert.ToHexStringLower(d.Hash));
    }
}
