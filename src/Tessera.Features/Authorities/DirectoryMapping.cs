using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Features.Storage;

namespace Tessera.Features.Authorities;

internal sealed class DirectorySourceMapping : IEntityTypeConfiguration<DirectorySourceRow>
{
    public void Configure(EntityTypeBuilder<DirectorySourceRow> builder) => builder.InTable("directory_source");
}

internal sealed class PlaceMapping : IEntityTypeConfiguration<PlaceRow>
{
    public void Configure(EntityTypeBuilder<PlaceRow> builder)
    {
        builder.InTable("place").Property(p => p.GeoNames).HasColumnName("geonames");
        builder.HasOne(p => p.Source).WithMany().HasForeignKey(p => p.SourceId);
    }
}

internal sealed class AuthorityMapping : IEntityTypeConfiguration<AuthorityRow>
{
    public void Configure(EntityTypeBuilder<AuthorityRow> builder)
    {
        builder.InTable("authority");
        builder.HasOne(a => a.Seat).WithMany().HasForeignKey(a => a.SeatId);
        builder.HasOne(a => a.Source).WithMany().HasForeignKey(a => a.SourceId);
    }
}

internal sealed class AuthorityEventMapping : IEntityTypeConfiguration<AuthorityEventRow>
{
    public void Configure(EntityTypeBuilder<AuthorityEventRow> builder)
    {
        builder.InTable("authority_event");
        builder.HasOne(e => e.Source).WithMany().HasForeignKey(e => e.SourceId);
        builder.HasMany(e => e.Parties).WithOne().HasForeignKey(p => p.EventId);
    }
}

internal sealed class AuthorityEventPartyMapping : IEntityTypeConfiguration<AuthorityEventPartyRow>
{
    public void Configure(EntityTypeBuilder<AuthorityEventPartyRow> builder)
    {
        builder.InTable("authority_event_party").HasKey(p => new { p.EventId, p.Side, p.AuthorityId });
        builder.HasOne(p => p.Authority).WithMany().HasForeignKey(p => p.AuthorityId);
    }
}
