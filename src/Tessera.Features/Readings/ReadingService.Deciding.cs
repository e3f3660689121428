using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Authorities;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Readings;

/// <summary>Decides on proposals.</summary>
public sealed partial class ReadingService
{
    private static readonly Decision TooLate = new(null, [Finding.About("", ReadingCodes.Decided)]);

    /// <summary>Makes a proposal a partner of the register, with its agreements.</summary>
    /// <param name="corrected">As somebody corrected it; null as it stands.</param>
    /// <param name="edit">Whose reason names the reading.</param>
    public async Task<Decision> TakeAsync(OfficeView office, Guid reading, int number, ReadPartner? corrected, Edit edit, CancellationToken cancellation)
    {
        await using var desk = await OpenAsync(office, reading, number, cancellation);
        if (desk?.Item is not { State: ReadingState.Open } item) return TooLate;
        var read = ReadPartner.Of(item.Proposal, office, desk.Reading.Languages);
        var taken = corrected ?? read;
        if (taken.Country is null && Words<AuthorityKind>.Parse(taken.Level) is not (AuthorityKind.Network or AuthorityKind.Association)) return new Decision(null, [Finding.About("country", ReadingCodes.CountryMissing)]);
        var authority = await AuthorityAsync(desk.Db, taken, cancellation);
        var over = await TakingOverAsync(desk, office, cancellation);
        var (result, key) = await partners.AddAsync(desk.Db, office, TakingOver.Partner(taken, authority, office), p => over.Filled(p, taken), edit, cancellation);
        if (!result.IsDone) return new Decision(null, result.Findings);
        var after = await AsItIsAsync(desk.Db, key, cancellation);
        await DecideAsync(desk, ReadingState.Taken, key, Corrections.Between(read, taken), new Brought { After = after, Authority = authority is null ? after.Authority : null }, edit, cancellation);
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
        var brought = new Brought { Before = before, After = await AsItIsAsync(desk.Db, partner, cancellation) };
        await DecideAsync(desk, ReadingState.Joined, partner, Corrections.Between(read, taken), brought, edit, cancellation);
        return new Decision(partner, []);
    }

    /// <summary>Rejects a proposal; the same is not proposed again by a newer version of the page.</summary>
    public async Task<Decision> RejectAsync(OfficeView office, Guid reading, int number, Edit edit, CancellationToken cancellation)
    {
        await using var desk = await OpenAsync(office, reading, number, cancellation);
        if (desk?.Item is not { State: ReadingState.Open }) return TooLate;
        await DecideAsync(desk, ReadingState.Rejected, null, [], null, edit, cancellation);
        return new Decision(null, []);
    }

    /// <summary>
    /// Takes every open proposal that is trusted at least so far. What is likely a partner that the register has waits for somebody to say so, and so does what cannot be taken as it stands.
    /// </summary>
    /// <param name="confidence">0 to 1.</param>
    /// <param name="progress">Hears of each decision as it is made.</param>
    public async Task<TakenTogether> TakeAllAsync(OfficeView office, Guid reading, double confidence, Edit edit, CancellationToken cancellation, Action<TakingProgress>? progress = null)
    {
        var all = (await FindAsync(office, reading, cancellation))?.Items.Where(i => i.State == ReadingState.Open && i.Proposal.Confidence >= confidence).ToList() ?? [];
        var sure = all.Where(i => i.Likely.Count == 0).ToList();
        var (taken, refused) = (0, 0);
        foreach (var item in sure)
        {
            var decision = await TakeAsync(office, reading, item.Number, null, edit, cancellation);
            if (decision.IsDone) taken++;
            else refused++;
            progress?.Invoke(new TakingProgress(taken + refused, sure.Count, item, decision));
        }

        return new TakenTogether(taken, all.Count - sure.Count, refused);
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

    /// <summary>An authority of the directory that lives, of this kind and country, and bears the name in any language; null when there is none.</summary>
    private static async Task<string?> AuthorityAsync(TesseraDb db, ReadPartner read, CancellationToken cancellation)
    {
        var kind = Words<AuthorityKind>.Parse(read.Level);
        var names = read.Names.Select(n => n.Text).Append(read.Name).Select(Folding.Of).ToHashSet();
        var there = await db.Authorities.Where(a => a.Ended == null && a.Kind == kind && a.Country == read.Country).OrderBy(a => a.Key).Select(a => new { a.Key, a.Names }).ToListAsync(cancellation);
        return there.FirstOrDefault(a => a.Names.Any(n => names.Contains(Folding.Of(n.Text))))?.Key;
    }

    /// <summary>The partner as the database gives it back.</summary>
    private static async Task<PartnerItem> AsItIsAsync(TesseraDb db, string key, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        return (await PartnerDesk.ReadAsync(db, key, tracked: false, cancellation))!.Kept.Item;
    }

    private async Task DecideAsync(ReadingDesk desk, ReadingState state, string? partner, List<History.FieldChangeRow> corrections, Brought? brought, Edit edit, CancellationToken cancellation)
    {
        var item = desk.Db.Attach(desk.Item!).Entity;
        (item.State, item.PartnerKey, item.Corrections, item.Brought) = (state, partner, corrections, brought);
        (item.DecidedAt, item.DecidedBy) = (time.GetUtcNow(), edit.Author);
        await desk.Db.SaveChangesAsync(cancellation);
        await desk.Transaction.CommitAsync(cancellation);
    }
}
