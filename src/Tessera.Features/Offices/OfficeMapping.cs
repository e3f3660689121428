using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Features.Storage;

namespace Tessera.Features.Offices;

internal sealed class OfficeMapping : IEntityTypeConfiguration<OfficeRow>
{
    public void Configure(EntityTypeBuilder<OfficeRow> builder)
    {
        builder.InTable("office").Property(o => o.Id).UseIdentityAlwaysColumn();
        builder.HasOne(o => o.Authority).WithMany().HasForeignKey(o => o.AuthorityId);
        builder.HasOne(o => o.Counts).WithOne().HasForeignKey<RegisterCountRow>(c => c.OfficeId);
    }
}

internal sealed class RegisterCountMapping : IEntityTypeConfiguration<RegisterCountRow>
{
    public void Configure(EntityTypeBuilder<RegisterCountRow> builder) => builder.InTable("register_count").HasKey(c => c.OfficeId);
}

internal sealed class SourceMapping : IEntityTypeConfiguration<SourceRow>
{
    public void Configure(EntityTypeBuilder<SourceRow> builder) => builder.InTable("source");
}

internal sealed class OfficeTextMapping : IEntityTypeConfiguration<OfficeTextRow>
{
    public void Configure(EntityTypeBuilder<OfficeTextRow> builder) => builder.InTable("office_text");
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<MembershipRow>
{
    public void Configure(EntityTypeBuilder<MembershipRow> builder)
    {
        builder.InTable("membership");
        builder.HasOne(m => m.Organisation).WithMany().HasForeignKey(m => m.OrganisationId);
        builder.HasOne(m => m.Source).WithMany().HasForeignKey(m => m.SourceId);
    }
}

internal sealed class SettlementRelationMapping : IEntityTypeConfiguration<SettlementRelationRow>
{
    public void Configure(EntityTypeBuilder<SettlementRelationRow> builder)
    {
        builder.InTable("settlement_relation");
        builder.HasOne(r => r.Settlement).WithMany().HasForeignKey(r => r.SettlementId);
        builder.HasOne(r => r.With).WithMany().HasForeignKey(r => r.WithId);
        builder.HasOne(r => r.Source).WithMany().HasForeignKey(r => r.SourceId);
    }
}
