using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Authorities;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Readings;

/// <summary>Decides on proposals.</summary>
public sealed partial class ReadingService
{
    private static readonly Decision TooLate = new(null, [Finding.About("", ReadingCodes.Decided)]);

    /// <summary>Makes a proposal a partner of the register, with its agreements, and with its seat on the map where the directory of places is certain of it.</summary>
    /// <param name="corrected">As somebody corrected it; null as it stands.</param>
    /// <param name="edit">Whose reason names the reading.</param>
    public async Task<Decision> TakeAsync(OfficeView office, Guid reading, int number, ReadPartner? corrected, Edit edit, CancellationToken cancellation)
    {
        await using var desk = await OpenAsync(office, reading, number, cancellation);
        if (desk?.Item is not { State: ReadingState.Open } item) return TooLate;
        var decision = await TakeAsync(desk, office, item, corrected, await TakingOverAsync(desk, office, cancellation), new AuthoritiesByName(desk.Db), edit, cancellation);
        if (decision.IsDone) await desk.Transaction.CommitAsync(cancellation);
        return decision;
    }

    /// <summary>The same within a unit of work that the caller commits; a refusal may have left rows in it.</summary>
    private async Task<Decision> TakeAsync(ReadingDesk desk, OfficeView office, ReadingItemRow item, ReadPartner? corrected, TakingOver over, AuthoritiesByName known, Edit edit, CancellationToken cancellation)
    {
        var read = ReadPartner.Of(item.Proposal, office, desk.Reading.Languages);
        var taken = corrected ?? read;
        if (taken.Country is null && Words<AuthorityKind>.Parse(taken.Level) is not (AuthorityKind.Network or AuthorityKind.Association)) return new Decision(null, [Finding.About("country", ReadingCodes.CountryMissing)]);
        var authority = await known.FindAsync(taken, cancellation);
        var seat = Seats.Of(item.Proposal, taken);
        var isPlaceNew = seat is not null && !await Seats.IsKnownAsync(desk.Db, seat, cancellation);
        var filled = authority is not null && seat is not null ? await Seats.FillAsync(desk.Db, authority, seat, cancellation) : null;
        var (result, key) = await partners.AddAsync(desk.Db, office, TakingOver.Partner(taken, authority, seat, office), p => over.Filled(p, taken), edit, cancellation);
        if (!result.IsDone) return new Decision(null, result.Findings);
        var after = await AsItIsAsync(desk.Db, key, cancellation);
        if (authority is null) known.Add(taken, after.Authority);
        var brought = new Brought { After = after, Authority = authority is null ? after.Authority : null, Seat = authority is null && seat is not null ? new BroughtSeat(after.Authority, seat.GeoNames, isPlaceNew) : filled };
        await DecideAsync(desk, item, ReadingState.Taken, key, Corrections.Between(read, taken), brought, edit, cancellation);
        return new Decision(key, []);
    }

    /// <summary>Adds to a partner of the register what it lacks of a proposal.</summary>
    /// <param name="corrected">As somebody corrected it; null as it stands.</param>
    public async Task<Decision> JoinAsync(OfficeView office, Guid reading, int number, string partner, ReadPartner? corrected, Edit edit, CancellationToken cancellation)
    {
        await using var desk = await OpenAsync(office, reading, number, cancellation);
        if (desk?.Item is not { State: ReadingState.Open } item) return TooLate;
        if (!await desk.Db.Partners.AnyAsync(p => p.Key == partner, cancellation)) return new Decision(null, [Finding.About("partner", ReadingCodes.PartnerGone)]);
        var read = ReadPartner.Of(item.Proposal, office, desk.Reading.Languages);
        var taken = corrected ?? read;
        var over = await TakingOverAsync(desk, office, cancellation);
        PartnerItem? before = null;
        var result = await partners.ChangeAsync(desk.Db, office, partner, null, p => over.Joined(before = p, taken), edit, cancellation);
        if (!result.IsDone) return new Decision(null, result.Findings);
        var after = await AsItIsAsync(desk.Db, partner, cancellation);
        var filled = Seats.Of(item.Proposal, taken) is { } seat ? await Seats.FillAsync(desk.Db, after.Authority, seat, cancellation) : null;
        if (filled is not null) await Storage.Changes.AnnounceAsync(desk.Db, office.Slug, cancellation);
        var brought = new Brought { Before = before, After = after, Seat = filled };
        await DecideAsync(desk, item, ReadingState.Joined, partner, Corrections.Between(read, taken), brought, edit, cancellation);
        await desk.Transaction.CommitAsync(cancellation);
        return new Decision(partner, []);
    }

    /// <summary>Rejects a proposal; the same is not proposed again by a newer version of the page.</summary>
    public async Task<Decision> RejectAsync(OfficeView office, Guid reading, int number, Edit edit, CancellationToken cancellation)
    {
        await using var desk = await OpenAsync(office, reading, number, cancellation);
        if (desk?.Item is not { State: ReadingState.Open } item) return TooLate;
        await DecideAsync(desk, item, ReadingState.Rejected, null, [], null, edit, cancellation);
        await desk.Transaction.CommitAsync(cancellation);
        return new Decision(null, []);
    }

    /// <summary>Opens a proposal in a unit of work that may add to the directory; null when there is none, or its reading was undone. Who comes second waits.</summary>
    private async Task<ReadingDesk?> OpenAsync(OfficeView office, Guid reading, int number, CancellationToken cancellation)
    {
        var desk = await ReadingDesk.OpenAsync(database, office, reading, cancellation);
        desk.Item = await desk.Db.ReadingItems.AsTracking().SingleOrDefaultAsync(i => i.ReadingId == reading && i.Number == number, cancellation);
        if (desk is { Row.UndoneAt: null, Item: not null }) return desk;
        await desk.DisposeAsync();
        return null;
    }

    private async Task<TakingOver> TakingOverAsync(ReadingDesk desk, OfficeView office, CancellationToken cancellation)
    {
        var keys = await desk.Db.Agreements.Select(a => a.Key).ToListAsync(cancellation);
        return new TakingOver(office, desk.Reading.Title, desk.Reading.Languages, notes, keys.ToHashSet().Contains);
    }

    /// <summary>The partner as the database gives it back.</summary>
    private static async Task<PartnerItem> AsItIsAsync(TesseraDb db, string key, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        return (await PartnerDesk.ReadAsync(db, key, tracked: false, cancellation))!.Kept.Item;
    }

    /// <summary>Writes a decision into the unit of work, which the caller commits.</summary>
    private async Task DecideAsync(ReadingDesk desk, ReadingItemRow decided, ReadingState state, string? partner, List<History.FieldChangeRow> corrections, Brought? brought, Edit edit, CancellationToken cancellation)
    {
        var item = desk.Db.Attach(decided).Entity;
        (item.State, item.PartnerKey, item.Corrections, item.Brought) = (state, partner, corrections, brought);
        (item.DecidedAt, item.DecidedBy) = (time.GetUtcNow(), edit.Author);
        await desk.Db.SaveChangesAsync(cancellation);
    }
}
