using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.Calendar;

internal sealed class ActivityMapping : IEntityTypeConfiguration<ActivityRecord>
{
    public void Configure(EntityTypeBuilder<ActivityRecord> builder)
    {
        builder.InTable("activity");
        builder.HasOne(a => a.Authority).WithMany().HasForeignKey(a => a.AuthorityId);
        builder.HasOne(a => a.Unit).WithMany().HasForeignKey(a => a.UnitId);
        builder.HasOne(a => a.Membership).WithMany().HasForeignKey(a => a.MembershipId);
        builder.HasOne(a => a.Organiser).WithMany().HasForeignKey(a => a.OrganiserId);
        builder.HasOne(a => a.Source).WithMany().HasForeignKey(a => a.SourceId);
        builder.HasMany(a => a.Partners).WithOne().HasForeignKey(p => p.ActivityId);
        builder.HasMany(a => a.Fields).WithMany().UsingEntity<Dictionary<string, object>>(
            "activity_field", l => l.HasOne<OfficeTextRow>().WithMany().HasForeignKey("field_id"), r => r.HasOne<ActivityRecord>().WithMany().HasForeignKey("activity_id"));
    }
}

internal sealed class ActivityPartnerMapping : IEntityTypeConfiguration<ActivityPartnerRecord>
{
    public void Configure(EntityTypeBuilder<ActivityPartnerRecord> builder)
    {
        builder.InTable("activity_partner").HasKey(p => new { p.ActivityId, p.PartnerId });
        builder.HasOne(p => p.Partner).WithMany().HasForeignKey(p => p.PartnerId);
    }
}
