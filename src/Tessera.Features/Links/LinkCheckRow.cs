using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Features.Storage;

namespace Tessera.Features.Links;

/// <summary>Where a link of an office's register led when it was last followed.</summary>
internal sealed class LinkCheckRow
{
    /// <summary>Days of failure in a row that make a link dead: one bad day is none.</summary>
    public const int DeadAfter = 2;

    public int OfficeId { get; init; }

    public required string Url { get; init; }

    public DateTimeOffset CheckedAt { get; private set; }

    public string Answer { get; private set; } = "";

    /// <summary>On how many different days it has failed since it last led somewhere.</summary>
    public int FailedDays { get; private set; }

    public DateOnly? FailedOn { get; private set; }

    /// <summary>Keeps what was found; what could not be found out leaves the count as it was.</summary>
    public void Record(LinkAnswer answer, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        (CheckedAt, Answer) = (at, answer.Said);
        if (answer.Leads is LinkEnd.Somewhere) (FailedDays, FailedOn) = (0, null);
        if (answer.Leads is LinkEnd.Nowhere && FailedOn != day) (FailedDays, FailedOn) = (FailedDays + 1, day);
    }
}

internal sealed class LinkCheckMapping : IEntityTypeConfiguration<LinkCheckRow>
{
    public void Configure(EntityTypeBuilder<LinkCheckRow> builder) => builder.InTable("link_check").HasKey(l => new { l.OfficeId, l.Url });
}
