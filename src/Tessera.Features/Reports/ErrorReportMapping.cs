using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Features.Storage;

namespace Tessera.Features.Reports;

internal sealed class ErrorReportMapping : IEntityTypeConfiguration<ErrorReportRow>
{
    public void Configure(EntityTypeBuilder<ErrorReportRow> builder) => builder.InTable("error_report");
}
