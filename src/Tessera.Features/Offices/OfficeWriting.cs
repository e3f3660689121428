using Tessera.Domain.Offices;
using Tessera.Features.Authorities;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Offices;

/// <summary>Writes the sheet of an office.</summary>
internal static class OfficeWriting
{
    /// <summary>Takes over what the sheet says of the office itself; its lists are written by <see cref="RegisterWriting"/>.</summary>
    public static void WriteSheet(OfficeRow row, OfficeSheet sheet, WrittenDirectory directory, DateTimeOffset now)
    {
        row.Kind = Words<OfficeKind>.Parse(sheet.Kind);
        row.AuthorityId = directory.Authorities[sheet.Authority];
        (row.Name, row.ShortName, row.Summary) = (sheet.Name, sheet.ShortName, sheet.Summary);
        row.Languages = [.. sheet.Languages];
        row.Colour = sheet.Colour;
        row.Address = [.. sheet.Contact.Address];
        (row.Website, row.Email, row.Phone) = (sheet.Contact.Website, sheet.Contact.Email, sheet.Contact.Phone);
        row.SourceKey = sheet.Source;
        row.UpdatedAt = now;
    }
}
