using System.Linq.Expressions;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tessera.Features.History;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Pages;

namespace Tessera.Features.Readings;

/// <summary>
/// Reads pages on which an office has published its partners, keeps what they propose, and takes over what somebody says. Nothing reaches the register before it is decided; each decision is one
/// transaction with its entries in the history; the proposals of a reading are decided one after another, also when several people decide at once.
/// </summary>
public sealed partial class ReadingService(Database database, PartnerService partners, IPlaces places, ReadingNotes notes, TimeProvider time)
{
    /// <summary>Bytes of a page.</summary>
    public const int Largest = 5 * 1024 * 1024;

    /// <summary>Letters of a title.</summary>
    public const int LongestTitle = 300;

    /// <summary>Letters of a page's address.</summary>
    public const int LongestAddress = 1000;

    private const int LongestType = 200;
    private const int OwnTitle = 80;
    private const int MostListed = 200;

    /// <summary>Reads a page and keeps what it proposes.</summary>
    public async Task<PageRead> ReadAsync(OfficeView office, PageSent sent, string author, CancellationToken cancellation)
    {
        if (sent.Content.Length == 0) return new PageRead(null, ReadingCodes.Empty);
        if (sent.Content.Length > Largest) return new PageRead(null, ReadingCodes.TooLarge);
        await using var db = database.ForOffice(office.Id);
        return await KeepAsync(db, office, sent, author, cancellation);
    }

    /// <summary>Reads what was sent and keeps the reading.</summary>
    private async Task<PageRead> KeepAsync(TesseraDb db, OfficeView office, PageSent sent, string author, CancellationToken cancellation)
    {
        if (PageSource.Read(sent.Content, sent.ContentType) is not { } source) return new PageRead(null, ReadingCodes.Unreadable);
        var page = source with { Text = Storable(source.Text) };
        if (page.Blocks.Count == 0) return new PageRead(null, ReadingCodes.Empty);
        var told = page.Blocks.Any(b => b.Table > 0) ? await ToldAsync(db, cancellation) : [];
        var reading = new PageReader(places).Read(page, new ReadingOptions(HomeCountry: office.Country) { HomeNames = await OwnNamesAsync(db, office, cancellation), Columns = told });
        var row = new ReadingRow
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            OfficeId = office.Id,
            Title = TitleOf(sent.Title, sent.FileName, page),
            Kind = sent.Kind,
            Address = sent.Address,
            Text = page.Text,
            Languages = [.. reading.Languages],
            Hash = SHA256.HashData(sent.Content),
            Tables = [.. reading.Tables],
            Source = reading.Tables.Count > 0 ? sent.Content : null,
            SourceType = reading.Tables.Count > 0 && sent.ContentType?.Length <= LongestType ? sent.ContentType : null,
            MadeAt = time.GetUtcNow(),
            MadeBy = author,
        };
        var decided = await EarlierAsync(db, row, cancellation);
        var same = decided.Select(i => Corrections.Essence(i.Proposal)).ToHashSet();
        row.Items.AddRange(reading.Proposals.Select((p, at) => new ReadingItemRow { OfficeId = office.Id, ReadingId = row.Id, Number = at + 1, Proposal = p, State = same.Contains(Corrections.Essence(p)) ? ReadingState.Same : ReadingState.Open }));
        db.Add(row);
        await db.SaveChangesAsync(cancellation);
        return new PageRead(row.Id, null);
    }

    /// <summary>The office's readings, the newest first.</summary>
    public async Task<IReadOnlyList<ReadingCard>> ListAsync(OfficeView office, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await Cards(db.Readings.OrderByDescending(r => r.MadeAt).ThenByDescending(r => r.Id).Take(MostListed)).ToListAsync(cancellation);
    }

    /// <summary>A reading; null when the office has none under this number.</summary>
    public async Task<ReadingPage?> FindAsync(OfficeView office, Guid id, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await db.Database.OpenConnectionAsync(cancellation);
        if (await db.Readings.Where(r => r.Id == id).Select(WithoutSource).SingleOrDefaultAsync(cancellation) is not { } row) return null;
        var items = await db.ReadingItems.Where(i => i.ReadingId == id).OrderBy(i => i.Number).ToListAsync(cancellation);
        var likely = await LikelyPartners.ReadAsync(db, await EarlierPartnersAsync(db, row, cancellation), cancellation);
        var card = new ReadingCard(row.Id, row.Title, row.Kind, row.Address, row.MadeAt, row.MadeBy, row.UndoneAt, items.Count, items.Count(i => i.State == ReadingState.Open));
        return new ReadingPage(card, row.Text, row.Languages, [.. items.Select(i => View(i, likely))]) { Tables = row.Tables };
    }

    /// <summary>What was decided on earlier versions of the page: of the same address, or of the same title where it has none.</summary>
    private static Task<List<ReadingItemRow>> EarlierAsync(TesseraDb db, ReadingRow row, CancellationToken cancellation) =>
        Earlier(db, row).Where(i => i.State != ReadingState.Open && i.State != ReadingState.Undone).ToListAsync(cancellation);

    /// <summary>What of earlier versions of the page became partners, the newest last; of the proposals the names alone.</summary>
    private static Task<List<EarlierPartner>> EarlierPartnersAsync(TesseraDb db, ReadingRow row, CancellationToken cancellation) => db.Database.SqlQuery<EarlierPartner>($"""
        select i.proposal ->> 'name' as "Name", i.proposal ->> 'country' as "Country", i.partner_key as "Partner" from reading_item i join reading r on r.id = i.reading_id
        where r.id <> {row.Id} and r.made_at <= {row.MadeAt} and r.undone_at is null and (r.title = {row.Title} or r.address = {row.Address}) and i.partner_key is not null and i.state <> 'undone'
        order by r.made_at, i.number
        """).ToListAsync(cancellation);

    private static IQueryable<ReadingItemRow> Earlier(TesseraDb db, ReadingRow row)
    {
        var before = db.Readings.Where(r => r.Id != row.Id && r.MadeAt <= row.MadeAt && r.UndoneAt == null && (r.Title == row.Title || (row.Address != null && r.Address == row.Address)));
        return db.ReadingItems.Where(i => before.Any(r => r.Id == i.ReadingId));
    }

    /// <summary>Every name of the office and of its authority, in every language: none of them is its partner.</summary>
    private static async Task<IReadOnlyList<string>> OwnNamesAsync(TesseraDb db, OfficeView office, CancellationToken cancellation)
    {
        var authority = await db.Offices.Where(o => o.Id == office.Id).Select(o => o.Authority!.Names).SingleAsync(cancellation);
        return [.. office.ShortName.Concat(office.Name).Concat(authority).Select(n => n.Text).Distinct()];
    }

    /// <summary>What the page is called: as somebody said, else by the title of its window, its first heading or its first line; a table by its file.</summary>
    private static string TitleOf(string said, string? file, PageText page)
    {
        var block = page.Blocks.FirstOrDefault(b => b.Kind is BlockKind.Title) ?? page.Blocks.FirstOrDefault(b => b.Kind is BlockKind.Heading) ?? (page.Blocks.Count > 0 ? page.Blocks[0] : null);
        var own = block is null ? "" : block.Kind == BlockKind.Cell && file is { Length: > 0 } ? file : page.Of(block).ReplaceLineEndings(" ").Trim();
        var title = said.Trim() is { Length: > 0 } given ? given : own;
        return title.Length == 0 ? "–" : title.Length > OwnTitle && title != said.Trim() ? title[..OwnTitle].TrimEnd() + "…" : title;
    }

    /// <summary>A reading without the file it was read from.</summary>
    private static readonly Expression<Func<ReadingRow, ReadingRow>> WithoutSource = r => new ReadingRow
    {
        Id = r.Id,
        Title = r.Title,
        Kind = r.Kind,
        Address = r.Address,
        Text = r.Text,
        Languages = r.Languages,
        Tables = r.Tables,
        MadeAt = r.MadeAt,
        MadeBy = r.MadeBy,
        UndoneAt = r.UndoneAt,
        UndoneBy = r.UndoneBy,
    };

    private static IQueryable<ReadingCard> Cards(IQueryable<ReadingRow> rows) =>
        rows.Select(r => new ReadingCard(r.Id, r.Title, r.Kind, r.Address, r.MadeAt, r.MadeBy, r.UndoneAt, r.Items.Count, r.Items.Count(i => i.State == ReadingState.Open)));

    private static ReadingItem View(ReadingItemRow row, LikelyPartners likely) => new(
        row.Number, row.Proposal, row.State, row.PartnerKey is { } key && likely.Knows(key) ? key : null, [.. row.Corrections.Select(c => new FieldChangeView(c.Field, c.Old, c.New))],
        row.State == ReadingState.Open ? likely.Of(row.Proposal) : []);

    /// <summary>The text with what no column can hold (a nought, half a sign) replaced sign by sign, so that every place in it stays.</summary>
    private static string Storable(string text)
    {
        var signs = text.ToCharArray();
        for (var i = 0; i < signs.Length; i++)
        {
            if (char.IsHighSurrogate(signs[i]) && i + 1 < signs.Length && char.IsLowSurrogate(signs[i + 1])) i++;
            else if (signs[i] == '\0' || char.IsSurrogate(signs[i])) signs[i] = '\uFFFD';
        }

        return new string(signs);
    }
}
