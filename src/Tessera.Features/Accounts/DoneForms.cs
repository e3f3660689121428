using Microsoft.EntityFrameworkCore;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.Accounts;

/// <summary>Remembers for a day which forms were done, so that a double click or a repeated page is answered like the first and does nothing again.</summary>
public sealed class DoneForms(Database database, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Where the sender of this form was led; null when it was not done yet.</summary>
    public async Task<string?> AnswerAsync(OfficeView office, Guid form, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await db.DoneForms.Where(f => f.FormId == form).Select(f => f.Answer).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Remembers a form.</summary>
    public async Task RememberAsync(OfficeView office, Guid form, string answer, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = database.ForOffice(office.Id);
        await db.DoneForms.Where(f => f.At < now - Kept).ExecuteDeleteAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"insert into done_form (form_id, answer, at) values ({form}, {answer}, {now}) on conflict do nothing", cancellation);
    }
}
