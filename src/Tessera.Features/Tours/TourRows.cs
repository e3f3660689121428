using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Domain.Tours;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Storage;
using Tessera.Planning.Tours;

namespace Tessera.Features.Tours;

/// <summary>The places of a study tour and the rules by which they are given.</summary>
internal sealed class TourRow
{
    public Guid ActivityId { get; init; }

    public int OfficeId { get; init; }

    public ActivityRecord? Activity { get; init; }

    public bool IsOpen { get; set; }

    public int Places { get; set; }

    public int MostPerAuthority { get; set; }

    /// <summary>The last day on which one may apply.</summary>
    public DateOnly UntilDay { get; set; }

    public int FreshYears { get; set; }

    public int MostPerCounty { get; set; }

    public int SmallPlaces { get; set; }

    public int SmallPopulation { get; set; }

    public LocalText Question { get; set; } = LocalText.Empty;

    /// <summary>By which the lots are drawn; nobody is told before the selection is done.</summary>
    public required string Seed { get; init; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }
}

/// <summary>An authority that applies.</summary>
internal sealed class TourApplicationRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public Guid ActivityId { get; init; }

    public ActivityRecord? Activity { get; init; }

    /// <summary>By which its lot is drawn.</summary>
    public int Number { get; init; }

    public required string Authority { get; init; }

    public required string FoldedAuthority { get; init; }

    public string County { get; set; } = "";

    public int? Population { get; set; }

    /// <summary>The year of its last tour as the officer knows it; the tours of this office are counted besides.</summary>
    public int? LastTour { get; set; }

    /// <summary>Who applies for the authority.</summary>
    public required string Name { get; init; }

    public string? Email { get; init; }

    public string Reply { get; init; } = "";

    /// <summary>Who would come; nobody but the office reads it.</summary>
    public List<string> Participants { get; init; } = [];

    /// <summary>How many they are, also when their names are forgotten.</summary>
    public int People { get; init; }

    public required string Language { get; init; }

    public TourApplicationState State { get; set; }

    /// <summary>Why it was answered so; null before the selection.</summary>
    public TourReason? Reason { get; set; }

    /// <summary>Its place in the order when it was answered.</summary>
    public int? Position { get; set; }

    /// <summary>Places that were left at its turn.</summary>
    public int? FreePlaces { get; set; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>By which it is confirmed, looked at and withdrawn.</summary>
    public required string Secret { get; init; }

    /// <summary>Names and address, folded for the search.</summary>
    public required string Folded { get; init; }
}

internal sealed class TourMapping : IEntityTypeConfiguration<TourRow>
{
    public void Configure(EntityTypeBuilder<TourRow> builder)
    {
        builder.InTable("tour").HasKey(t => t.ActivityId);
        builder.HasOne(t => t.Activity).WithMany().HasForeignKey(t => t.ActivityId);
    }
}

internal sealed class TourApplicationMapping : IEntityTypeConfiguration<TourApplicationRow>
{
    public void Configure(EntityTypeBuilder<TourApplicationRow> builder) => builder.InTable("tour_application").HasOne(a => a.Activity).WithMany().HasForeignKey(a => a.ActivityId);
}
