using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Tessera.Features.Storage;

namespace Tessera.Features.Accounts;

/// <summary>What somebody typed and where it was to go.</summary>
public sealed record KeptForm(string Path, IReadOnlyList<KeyValuePair<string, string>> Fields);

/// <summary>Keeps what was typed into a form when the session had run out, protected by the program's keys, for a day. The browser that sent it gets it back when somebody has signed in there again.</summary>
public sealed class KeptForms(Database database, TimeProvider time, IDataProtectionProvider protection)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private readonly IDataProtector _protector = protection.CreateProtector("kept-form");

    /// <summary>Keeps a form; the number leads back to it.</summary>
    public async Task<Guid> KeepAsync(KeptForm form, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var row = new KeptFormRow { Id = Guid.CreateVersion7(now), Path = form.Path, Fields = _protector.Protect(JsonSerializer.Serialize(form.Fields)), KeptAt = now };
        await using var db = database.Public();
        await db.KeptForms.Where(f => f.KeptAt < now - Kept).ExecuteDeleteAsync(cancellation);
        db.Add(row);
        await db.SaveChangesAsync(cancellation);
        return row.Id;
    }

    /// <summary>The form, or null when there is none any more.</summary>
    public async Task<KeptForm?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = database.Public();
        return await db.KeptForms.SingleOrDefaultAsync(f => f.Id == id, cancellation) is { } row
            ? new KeptForm(row.Path, JsonSerializer.Deserialize<List<KeyValuePair<string, string>>>(_protector.Unprotect(row.Fields))!)
            : null;
    }
}
