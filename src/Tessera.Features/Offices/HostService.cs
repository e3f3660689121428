using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Storage;
using Tessera.Interchange.Documents.Arms;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Offices;

/// <summary>A new office as its host says it.</summary>
/// <param name="Slug">Its address.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Languages">In which it writes, its first one first.</param>
/// <param name="Colour">#rrggbb.</param>
public sealed record NewOffice(string Slug, OfficeKind Kind, LocalText Name, LocalText ShortName, string Country, IReadOnlyList<string> Languages, string Colour)
{
    /// <summary>Its arms, when it brings them along.</summary>
    public ArmsReading? Arms { get; init; }
}

/// <summary>An office in the host's list.</summary>
public sealed record HostedOffice(int Id, string Slug, LocalText ShortName, string? Country, string Colour, int Partners, DateTimeOffset UpdatedAt, DateTimeOffset? SuspendedAt);

/// <summary>Creates and suspends the offices of an installation.</summary>
public sealed class HostService(Database database, OfficeLoader loader, TimeProvider time)
{
    /// <summary>Every office, suspended ones included.</summary>
    public async Task<IReadOnlyList<HostedOffice>> AllAsync(CancellationToken cancellation)
    {
        await using var db = database.ForHost();
        return await db.Offices.OrderBy(o => o.Slug)
            .Select(o => new HostedOffice(o.Id, o.Slug, o.ShortName, o.Authority!.Country, o.Colour, o.Counts == null ? 0 : o.Counts.Partners, o.UpdatedAt, o.SuspendedAt)).ToListAsync(cancellation);
    }

    /// <summary>Creates an office with an empty register; what is wrong comes back as findings, and then nothing was created.</summary>
    public async Task<IReadOnlyList<Finding>> CreateAsync(NewOffice office, string author, CancellationToken cancellation)
    {
        await using (var db = database.ForHost())
        {
            if (await db.Offices.AnyAsync(o => o.Slug == office.Slug, cancellation)) return [Finding.About("office.slug", OfficeFileCodes.RepeatedKey, ("key", office.Slug))];
            if (await db.Authorities.AnyAsync(a => a.Key == office.Slug + "-authority", cancellation)) return [Finding.About("office.slug", OfficeFileCodes.RepeatedKey, ("key", office.Slug))];
        }

        return (await loader.LoadAsync(OfficeFileWriter.Write(FileOf(office)), office.Slug, author, cancellation)).Findings;
    }

    /// <summary>Closes an office's portal and desk, or opens them again; nothing of what it has is lost.</summary>
    public async Task SuspendAsync(string slug, bool suspended, CancellationToken cancellation)
    {
        DateTimeOffset? since = suspended ? time.GetUtcNow() : null;
        await using var db = database.ForHost();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Offices.Where(o => o.Slug == slug).ExecuteUpdateAsync(o => o.SetProperty(x => x.SuspendedAt, since), cancellation);
        await Changes.AnnounceAsync(db, slug, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private OfficeFile FileOf(NewOffice office) => new()
    {
        Format = OfficeFile.CurrentFormat,
        Office = new OfficeSheet
        {
            Slug = office.Slug,
            Kind = Words<OfficeKind>.Write(office.Kind),
            Authority = office.Slug + "-authority",
            Name = office.Name,
            ShortName = office.ShortName,
            Languages = office.Languages,
            Colour = office.Colour,
            Arms = office.Arms is { } arms ? OfficeArms.ItemOf(arms) : null,
            Source = office.Slug + "-statement",
        },
        Sources = [new SourceItem { Key = office.Slug + "-statement", Title = office.Name, StatedOn = PartialDate.OfDay(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) }],
        Authorities = [new AuthorityItem { Key = office.Slug + "-authority", Kind = Words<Domain.Authorities.AuthorityKind>.Write(KindOf(office.Kind)), Country = office.Country, Names = office.Name, Source = office.Slug + "-statement" }],
    };

    private static Domain.Authorities.AuthorityKind KindOf(OfficeKind kind) => Enum.TryParse<Domain.Authorities.AuthorityKind>(kind.ToString(), out var same) ? same : default;
}
