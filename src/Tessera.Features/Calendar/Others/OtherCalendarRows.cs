using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Domain.Calendar;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Calendar.Others;

/// <summary>A calendar file that somebody read into the office.</summary>
internal sealed class CalendarImportRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public required string Title { get; init; }

    public required string Language { get; init; }

    /// <summary>The file; null once it is taken.</summary>
    public byte[]? Content { get; set; }

    public DateTimeOffset MadeAt { get; init; }

    public required string MadeBy { get; init; }

    public DateTimeOffset? TakenAt { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    public string? UndoneBy { get; set; }
}

/// <summary>What taking a file did to an activity.</summary>
internal sealed class CalendarImportEntryRow
{
    public int OfficeId { get; init; }

    public Guid ImportId { get; init; }

    public required string ActivityKey { get; init; }

    public required string Uid { get; init; }

    public required string Part { get; init; }

    /// <summary>The activity as it was; null of one that came.</summary>
    public ActivityItem? ItemBefore { get; set; }

    /// <summary>Its version since; null of one that went.</summary>
    public int? VersionAfter { get; init; }

    public int? SequenceBefore { get; init; }

    public DateTimeOffset? ModifiedBefore { get; init; }

    public byte[]? HashBefore { get; init; }
}

/// <summary>A calendar elsewhere that the office follows.</summary>
internal sealed class CalendarFeedRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public required string Address { get; init; }

    public required string Title { get; set; }

    /// <summary>What its activities are taken to be.</summary>
    public ActivityKind Kind { get; set; }

    public required string Language { get; init; }

    /// <summary>Are its activities on the portal?</summary>
    public bool IsPublic { get; set; }

    /// <summary>The source of its activities; null when it went with a file of the office that did not know it, and then it is made anew.</summary>
    public Guid? SourceId { get; set; }

    public DateTimeOffset MadeAt { get; init; }

    public required string MadeBy { get; init; }

    public DateTimeOffset NextAt { get; set; }

    public DateTimeOffset? AskedAt { get; set; }

    public DateTimeOffset? SucceededAt { get; set; }

    /// <summary>Why it last failed, as a code with its arguments; null when it did not.</summary>
    public string? Failure { get; set; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Activities that are there of it.</summary>
    public int Entries { get; set; }

    /// <summary>Series that could not be taken.</summary>
    public int Refused { get; set; }

    /// <summary>By which the host knows what it last sent: its ETag.</summary>
    public string? Tag { get; set; }

    /// <summary>The host's own Last-Modified.</summary>
    public string? Modified { get; set; }
}

/// <summary>Which entry of a calendar an activity is.</summary>
internal sealed class CalendarMarkRow
{
    public int OfficeId { get; init; }

    public Guid ActivityId { get; init; }

    /// <summary>The calendar that is followed; null of files.</summary>
    public Guid? FeedId { get; init; }

    public required string Uid { get; init; }

    public required string Part { get; init; }

    public int Sequence { get; set; }

    public DateTimeOffset? Modified { get; set; }

    /// <summary>Does the calendar call it private, so that it is never on the portal?</summary>
    public bool IsPrivate { get; set; }

    /// <summary>The status that the calendar last said; null where that is not known.</summary>
    public string? Status { get; set; }

    /// <summary>SHA-256 of what was proposed; empty to take it again.</summary>
    public byte[] Hash { get; set; } = [];
}

/// <summary>An entry of a followed calendar whose activity somebody took out by hand: it does not come again.</summary>
internal sealed class CalendarGoneRow
{
    public int OfficeId { get; init; }

    public Guid FeedId { get; init; }

    public required string Uid { get; init; }

    public required string Part { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class CalendarGoneMapping : IEntityTypeConfiguration<CalendarGoneRow>
{
    public void Configure(EntityTypeBuilder<CalendarGoneRow> builder) => builder.InTable("calendar_gone").HasKey(g => new { g.FeedId, g.Uid, g.Part });
}

internal sealed class CalendarImportMapping : IEntityTypeConfiguration<CalendarImportRow>
{
    public void Configure(EntityTypeBuilder<CalendarImportRow> builder) => builder.InTable("calendar_import");
}

internal sealed class CalendarImportEntryMapping : IEntityTypeConfiguration<CalendarImportEntryRow>
{
    public void Configure(EntityTypeBuilder<CalendarImportEntryRow> builder)
    {
        builder.InTable("calendar_import_entry").HasKey(e => new { e.ImportId, e.ActivityKey });
        builder.HasOne<CalendarImportRow>().WithMany().HasForeignKey(e => e.ImportId);
    }
}

internal sealed class CalendarFeedMapping : IEntityTypeConfiguration<CalendarFeedRow>
{
    public void Configure(EntityTypeBuilder<CalendarFeedRow> builder) => builder.InTable("calendar_feed");
}

internal sealed class CalendarMarkMapping : IEntityTypeConfiguration<CalendarMarkRow>
{
    public void Configure(EntityTypeBuilder<CalendarMarkRow> builder)
    {
        builder.InTable("calendar_mark").HasKey(m => m.ActivityId);
        builder.HasOne<ActivityRecord>().WithOne().HasForeignKey<CalendarMarkRow>(m => m.ActivityId);
    }
}
