using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Delegations;
using Tessera.Features.Documents;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Documents;

namespace Tessera.Features.Delegations;

/// <summary>Keeps a delegation's files: the call, the decision of the appointment, what was said of the credentials. They are examined as every document, and stored once.</summary>
public sealed class DelegationFiles(Database database, TimeProvider time)
{
    /// <summary>Takes a file in; what stands against it comes back as refusals, and then nothing was kept.</summary>
    public async Task<(Guid? Id, IReadOnlyList<DocumentRefusal> Refusals)> AddAsync(OfficeView office, string key, DelegationDocumentKind kind, SentDocument sent, Edit edit, CancellationToken cancellation)
    {
        var reading = DocumentCheck.Examine(sent.Content, sent.FileName);
        if (!reading.IsAccepted) return (null, reading.Refusals);
        var id = Guid.CreateVersion7(time.GetUtcNow());
        IReadOnlyList<DocumentRefusal> refusals = [];
        await DelegationDesk.ChangeAsync(database, time, office, key, edit, async (db, row) =>
        {
            var held = await db.Documents.SumAsync(d => d.Size, cancellation) + await db.DelegationDocuments.SumAsync(d => d.Size, cancellation);
            if (held + sent.Content.Length > DocumentService.MostOfAnOffice)
            {
                refusals = [new DocumentRefusal(DocumentService.Full, new Dictionary<string, string> { ["most"] = "2 GB" })];
                return DelegationChange.Refused("", DocumentService.Full);
            }

            var hash = SHA256.HashData(sent.Content.Span);
            await db.Database.ExecuteSqlAsync($"insert into document_content (hash, content) values ({hash}, {sent.Content.ToArray()}) on conflict do nothing", cancellation);
            db.Add(Row(office, row, id, kind, sent, reading, hash, edit));
            return DelegationChange.Done("documents", null, sent.Title);
        }, cancellation);
        return (refusals.Count > 0 ? null : id, refusals);
    }

    /// <summary>A file with its content; null when the office has none under this number, or everybody may not see it where that is asked for.</summary>
    public async Task<(DelegationDocument Document, byte[] Content)?> OpenAsync(OfficeView office, Guid id, bool publicOnly, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        if (await db.DelegationDocuments.SingleOrDefaultAsync(d => d.Id == id && d.WithdrawnAt == null && (!publicOnly || (d.IsPublic && d.Delegation!.PublishedAt != null)), cancellation) is not { } row) return null;
        return (DelegationQueries.Document(row), await db.DocumentContents.Where(c => c.Hash == row.Hash).Select(c => c.Content).SingleAsync(cancellation));
    }

    /// <summary>Shows a file on the portal, or takes it from there.</summary>
    public Task PublishAsync(OfficeView office, Guid id, bool isPublic, Edit edit, CancellationToken cancellation) => ChangeAsync(office, id, edit, file =>
    {
        var was = file.IsPublic;
        file.IsPublic = isPublic;
        return DelegationChange.Done("documents", $"{file.Title}: {(was ? "true" : "false")}", $"{file.Title}: {(isPublic ? "true" : "false")}");
    }, cancellation);

    /// <summary>Takes a file off every list; its content stays, since a decision may rest on it.</summary>
    public Task WithdrawAsync(OfficeView office, Guid id, Edit edit, CancellationToken cancellation) => ChangeAsync(office, id, edit, file =>
    {
        file.WithdrawnAt = time.GetUtcNow();
        return DelegationChange.Done("documents", file.Title, null);
    }, cancellation);

    private async Task ChangeAsync(OfficeView office, Guid id, Edit edit, Func<DelegationDocumentRow, DelegationChange> change, CancellationToken cancellation)
    {
        string? key;
        await using (var db = database.ForOffice(office.Id)) key = await db.DelegationDocuments.Where(d => d.Id == id).Select(d => d.Delegation!.Key).SingleOrDefaultAsync(cancellation);
        if (key is null) return;
        await DelegationDesk.ChangeAsync(database, time, office, key, edit, async (db, _) =>
            await db.DelegationDocuments.SingleOrDefaultAsync(d => d.Id == id, cancellation) is { } file ? change(file) : new DelegationChange([], []), cancellation);
    }

    private DelegationDocumentRow Row(OfficeView office, DelegationRow delegation, Guid id, DelegationDocumentKind kind, SentDocument sent, DocumentReading reading, byte[] hash, Edit edit) => new()
    {
        Id = id,
        OfficeId = office.Id,
        DelegationId = delegation.Id,
        Kind = kind,
        Title = sent.Title,
        FileName = reading.FileName,
        MediaType = reading.MediaType,
        Size = sent.Content.Length,
        Hash = hash,
        IsPublic = sent.IsPublic,
        UploadedBy = edit.Author,
        UploadedAt = time.GetUtcNow(),
    };
}
