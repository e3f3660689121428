using Tessera.Features.Jobs;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Reports;

namespace Tessera.Features.Contacts;

/// <summary>Forgets by itself what has been kept long enough: contacts whose day has passed, readers' reports after a year. The history says that it did.</summary>
public sealed class RetentionJob(OfficeQueries offices, ContactService contacts, ErrorReportService reports) : IJob
{
    private const int AtHour = 3;

    /// <inheritdoc />
    public string Name => "retention";

    /// <inheritdoc />
    public DateTimeOffset NextAfter(DateTimeOffset moment)
    {
        var today = new DateTimeOffset(moment.UtcDateTime.Date.AddHours(AtHour), TimeSpan.Zero);
        return today > moment ? today : today.AddDays(1);
    }

    /// <inheritdoc />
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var (people, letters) = (0, 0);
        foreach (var card in await offices.AllAsync(cancellation))
        {
            if (await offices.FindAsync(card.Slug, cancellation) is not { } office) continue;
            people += await contacts.ForgetAsync(office, new Edit("tessera", "retention"), cancellation);
            letters += await reports.ForgetAsync(office, cancellation);
        }

        return $"forgot {people} contacts and {letters} reports";
    }
}
