using Microsoft.EntityFrameworkCore;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.Reports;

/// <summary>What a reader says is wrong on a page.</summary>
/// <param name="Page">The address of the page, without host.</param>
/// <param name="ReplyTo">Where the reader wants an answer; null when none is wanted.</param>
public sealed record ErrorReport(string Page, string Message, string? ReplyTo, string Language)
{
    /// <summary>Letters in a message.</summary>
    public const int LongestMessage = 4000;

    /// <summary>Letters in an address for the answer.</summary>
    public const int LongestReplyTo = 200;
}

/// <summary>A report as the office reads it.</summary>
/// <param name="DealtWithAt">Null while nobody has dealt with it.</param>
public sealed record ErrorReportView(Guid Id, DateTimeOffset At, string Page, string Message, string? ReplyTo, string Language, DateTimeOffset? DealtWithAt = null, string? DealtWithBy = null);

/// <summary>Keeps readers' reports for the office, mails them where the office has an address, and lets them go after a year.</summary>
public sealed class ErrorReportService(Database database, TimeProvider time, Mailer? mailer = null)
{
    /// <summary>How long a report is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Keeps a report, and deletes those that are older than <see cref="Kept"/>.</summary>
    public async Task SubmitAsync(OfficeView office, ErrorReport report, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = database.ForOffice(office.Id);
        await db.ErrorReports.Where(r => r.At < now - Kept).ExecuteDeleteAsync(cancellation);
        db.Add(new ErrorReportRow
        {
            Id = Guid.CreateVersion7(now),
            OfficeId = office.Id,
            At = now,
            Page = report.Page,
            Message = report.Message,
            ReplyTo = report.ReplyTo,
            Language = report.Language,
        });
        await db.SaveChangesAsync(cancellation);
        if (mailer is not null && office.Contact.Email is { } address) await mailer.SendAsync(address, $"Tessera: {report.Page}", report.Message, report.ReplyTo, cancellation);
    }

    /// <summary>Deletes the reports that are older than <see cref="Kept"/>. How many there were.</summary>
    public async Task<int> ForgetAsync(OfficeView office, CancellationToken cancellation)
    {
        var past = time.GetUtcNow() - Kept;
        await using var db = database.ForOffice(office.Id);
        return await db.ErrorReports.Where(r => r.At < past).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The reports of an office, newest first.</summary>
    public async Task<IReadOnlyList<ErrorReportView>> ReadAsync(OfficeView office, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await db.ErrorReports.OrderByDescending(r => r.At)
            .Select(r => new ErrorReportView(r.Id, r.At, r.Page, r.Message, r.ReplyTo, r.Language, r.DealtWithAt, r.DealtWithBy)).ToListAsync(cancellation);
    }

    /// <summary>Marks a report as dealt with; what was marked before stays as it was.</summary>
    public async Task DealWithAsync(OfficeView office, Guid id, string author, CancellationToken cancellation)
    {
        DateTimeOffset? now = time.GetUtcNow();
        await using var db = database.ForOffice(office.Id);
        await db.ErrorReports.Where(r => r.Id == id && r.DealtWithAt == null).ExecuteUpdateAsync(r => r.SetProperty(x => x.DealtWithAt, now).SetProperty(x => x.DealtWithBy, author), cancellation);
    }
}
