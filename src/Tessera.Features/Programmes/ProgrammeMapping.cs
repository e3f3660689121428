using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Features.Storage;

namespace Tessera.Features.Programmes;

internal sealed class OrganiserMapping : IEntityTypeConfiguration<OrganiserRecord>
{
    public void Configure(EntityTypeBuilder<OrganiserRecord> builder) => builder.InTable("organiser").HasOne(o => o.Authority).WithMany().HasForeignKey(o => o.AuthorityId);
}

internal sealed class RegionDayMapping : IEntityTypeConfiguration<RegionDayRecord>
{
    public void Configure(EntityTypeBuilder<RegionDayRecord> builder) => builder.InTable("region_day").HasOne(d => d.Organiser).WithMany().HasForeignKey(d => d.OrganiserId);
}

internal sealed class BookingMapping : IEntityTypeConfiguration<BookingRecord>
{
    public void Configure(EntityTypeBuilder<BookingRecord> builder)
    {
        builder.InTable("booking").HasKey(b => new { b.ActivityId, b.Resource });
        builder.HasOne(b => b.Activity).WithMany(a => a.Bookings).HasForeignKey(b => b.ActivityId);
    }
}

internal sealed class SeasonPlanMapping : IEntityTypeConfiguration<SeasonPlanRecord>
{
    public void Configure(EntityTypeBuilder<SeasonPlanRecord> builder) => builder.InTable("season_plan").HasMany(p => p.Moves).WithOne(m => m.Plan).HasForeignKey(m => m.PlanId);
}

internal sealed class SeasonMoveMapping : IEntityTypeConfiguration<SeasonMoveRecord>
{
    public void Configure(EntityTypeBuilder<SeasonMoveRecord> builder) => builder.InTable("season_move").HasOne(m => m.Activity).WithMany().HasForeignKey(m => m.ActivityId);
}
