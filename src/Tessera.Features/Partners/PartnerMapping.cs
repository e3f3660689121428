using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.Partners;

internal sealed class PartnerMapping : IEntityTypeConfiguration<PartnerRecord>
{
    public void Configure(EntityTypeBuilder<PartnerRecord> builder)
    {
        builder.InTable("partner");
        builder.HasOne(p => p.Authority).WithMany().HasForeignKey(p => p.AuthorityId);
        builder.HasOne(p => p.Source).WithMany().HasForeignKey(p => p.SourceId);
        builder.HasMany(p => p.Agreements).WithOne(a => a.Partner).HasForeignKey(a => a.PartnerId);
        builder.HasMany(p => p.Facts).WithOne().HasForeignKey(f => f.PartnerId);
        builder.HasMany(p => p.Fields).WithMany().UsingEntity<Dictionary<string, object>>(
            "partner_field", l => l.HasOne<OfficeTextRow>().WithMany().HasForeignKey("field_id"), r => r.HasOne<PartnerRecord>().WithMany().HasForeignKey("partner_id"));
    }
}

internal sealed class BaseFactMapping : IEntityTypeConfiguration<BaseFactRecord>
{
    public void Configure(EntityTypeBuilder<BaseFactRecord> builder)
    {
        builder.InTable("base_fact");
        builder.HasOne(f => f.Source).WithMany().HasForeignKey(f => f.SourceId);
    }
}

internal sealed class AgreementMapping : IEntityTypeConfiguration<AgreementRecord>
{
    public void Configure(EntityTypeBuilder<AgreementRecord> builder)
    {
        builder.InTable("agreement");
        builder.HasOne(a => a.SignedWith).WithMany().HasForeignKey(a => a.SignedWithId);
        builder.HasOne(a => a.Source).WithMany().HasForeignKey(a => a.SourceId);
        builder.HasMany(a => a.Dates).WithOne().HasForeignKey(d => d.AgreementId);
        builder.HasMany(a => a.Fields).WithMany().UsingEntity<Dictionary<string, object>>(
            "agreement_field", l => l.HasOne<OfficeTextRow>().WithMany().HasForeignKey("field_id"),
            r => r.HasOne<AgreementRecord>().WithMany().HasForeignKey("agreement_id"));
    }
}

internal sealed class AgreementDateMapping : IEntityTypeConfiguration<AgreementDateRecord>
{
    public void Configure(EntityTypeBuilder<AgreementDateRecord> builder) =>
        builder.InTable("agreement_date").HasKey(d => new { d.AgreementId, d.Position });
}
