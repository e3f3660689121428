using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Features.Calendar;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;

namespace Tessera.Features.News;

internal sealed class NewsMapping : IEntityTypeConfiguration<NewsRecord>
{
    public void Configure(EntityTypeBuilder<NewsRecord> builder)
    {
        builder.InTable("news");
        builder.HasOne(n => n.Source).WithMany().HasForeignKey(n => n.SourceId);
        builder.HasMany(n => n.Days).WithOne().HasForeignKey(d => d.NewsId);
        builder.HasMany(n => n.Partners).WithMany().UsingEntity<Dictionary<string, object>>(
            "news_partner", l => l.HasOne<PartnerRecord>().WithMany().HasForeignKey("partner_id"), r => r.HasOne<NewsRecord>().WithMany().HasForeignKey("news_id"));
        builder.HasMany(n => n.Fields).WithMany().UsingEntity<Dictionary<string, object>>(
            "news_field", l => l.HasOne<OfficeTextRow>().WithMany().HasForeignKey("field_id"), r => r.HasOne<NewsRecord>().WithMany().HasForeignKey("news_id"));
        builder.HasMany(n => n.Activities).WithMany().UsingEntity<Dictionary<string, object>>(
            "news_activity", l => l.HasOne<ActivityRecord>().WithMany().HasForeignKey("activity_id"), r => r.HasOne<NewsRecord>().WithMany().HasForeignKey("news_id"));
    }
}

internal sealed class NewsDayMapping : IEntityTypeConfiguration<NewsDayRow>
{
    public void Configure(EntityTypeBuilder<NewsDayRow> builder) => builder.InTable("news_day").HasKey(d => new { d.NewsId, d.Day });
}
