using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Documents.Arms;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Offices;

/// <summary>An office's coat of arms or logo.</summary>
internal sealed class OfficeArmsRow
{
    public int OfficeId { get; init; }

    public string MediaType { get; set; } = "";

    public byte[] Hash { get; set; } = [];

    public byte[] Content { get; set; } = [];
}

internal sealed class OfficeArmsMapping : IEntityTypeConfiguration<OfficeArmsRow>
{
    public void Configure(EntityTypeBuilder<OfficeArmsRow> builder) => builder.InTable("office_arms").HasKey(a => a.OfficeId);
}

/// <summary>Gives an office its arms, takes them away, and opens them.</summary>
public sealed class OfficeArms(Database database, OfficeLoader loader)
{
    /// <summary>Bytes of the hash that stand in the address.</summary>
    private const int InAddress = 12;

    /// <summary>Takes arms over in place of those there are.</summary>
    /// <param name="slug">Of the office.</param>
    /// <param name="arms">As they were examined and accepted.</param>
    public Task SetAsync(string slug, ArmsReading arms, Edit edit, CancellationToken cancellation) => ChangeAsync(slug, ItemOf(arms), edit, cancellation);

    /// <summary>Takes them away.</summary>
    public Task RemoveAsync(string slug, Edit edit, CancellationToken cancellation) => ChangeAsync(slug, null, edit, cancellation);

    /// <summary>The picture whose name the office's pages give; null when the office has none, or another by now.</summary>
    public async Task<(string MediaType, byte[] Content)?> OpenAsync(OfficeView office, string name, CancellationToken cancellation)
    {
        if (office.Arms != name) return null;
        await using var db = database.ForOffice(office.Id);
        return await db.OfficeArms.SingleOrDefaultAsync(cancellation) is { } row && NameOf(row.Hash, row.MediaType) == name ? (row.MediaType, row.Content) : null;
    }

    /// <summary>As they stand in an office's file.</summary>
    internal static ArmsItem ItemOf(ArmsReading reading) => new(reading.MediaType, Convert.ToBase64String(reading.Content.Span));

    /// <summary>The last part of their address: another picture has another name, so that a browser may keep this one for good.</summary>
    internal static string NameOf(byte[] hash, string mediaType) => $"{Convert.ToHexStringLower(hash.AsSpan(0, InAddress))}.{ArmsCheck.EndingOf(mediaType)}";

    /// <summary>The arms of the office that <paramref name="db"/> works for.</summary>
    internal static async Task<ArmsItem?> ReadAsync(TesseraDb db, CancellationToken cancellation) =>
        await db.OfficeArms.AsNoTracking().SingleOrDefaultAsync(cancellation) is { } row ? new ArmsItem(row.MediaType, Convert.ToBase64String(row.Content)) : null;

    /// <summary>Makes the arms of the office what its sheet says.</summary>
    internal static async Task WriteAsync(TesseraDb db, int office, ArmsItem? arms, CancellationToken cancellation)
    {
        var row = await db.OfficeArms.AsTracking().SingleOrDefaultAsync(cancellation);
        if (arms is null)
        {
            if (row is not null) db.Remove(row);
            return;
        }

        row ??= db.Add(new OfficeArmsRow { OfficeId = office }).Entity;
        var content = Convert.FromBase64String(arms.Content);
        (row.MediaType, row.Hash, row.Content) = (arms.Type, SHA256.HashData(content), content);
    }

    private async Task ChangeAsync(string slug, ArmsItem? arms, Edit edit, CancellationToken cancellation)
    {
        var done = await loader.ChangeAsync(slug, f => f with { Office = f.Office with { Arms = arms } }, edit, cancellation);
        if (done.Findings.Count > 0) throw new InvalidOperationException($"{slug}: {done.Findings[0].Code}");
    }
}
