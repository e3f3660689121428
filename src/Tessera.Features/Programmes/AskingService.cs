using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Guests;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Accounts;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.Programmes;

/// <summary>An organiser whose programmes a plan moves, and what she was told of it.</summary>
/// <param name="Open">Moves of hers that nobody has answered.</param>
/// <param name="IsDue">Would a letter tell her something that none has told her?</param>
/// <param name="AskedAt">When she was last asked; null when she never was.</param>
/// <param name="Letter">How the last letter stands; null without one.</param>
/// <param name="SentAt">When the last letter went or was given up; null before.</param>
public sealed record AskedOrganiser(string Key, LocalText Names, string? Email, int Open, bool IsDue, DateTimeOffset? AskedAt, LetterState? Letter, DateTimeOffset? SentAt);

/// <summary>What a letter to an organiser asks.</summary>
/// <param name="Secret">The last part of the address at which she answers.</param>
/// <param name="Moves">Those that still wait for her answer.</param>
/// <param name="Dropped">What an earlier letter asked and the plan no longer proposes: title, and from which day to which.</param>
public sealed record Asking(OrganiserView Organiser, SeasonSpan Span, string Secret, IReadOnlyList<PlanMove> Moves, IReadOnlyList<(LocalText Title, DateOnly From, DateOnly To)> Dropped);

/// <summary>
/// Asks the organisers of a plan's moves by mail: each that has an address gets one letter with all of hers. The same moves are asked once; planned again, only those are told for whom something
/// has changed. The address in the letter opens her own pages; its secret is kept until the letter has gone, and then only its hash.
/// </summary>
public sealed class AskingService(Database database, SeasonQueries seasons, PlanQueries plans, TimeProvider time)
{
    /// <summary>Asks all who have an address and do not know yet what the plan proposes.</summary>
    /// <returns>How many letters were asked for.</returns>
    public async Task<int> AskAsync(OfficeView office, Guid plan, string author, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Of two who ask at once the second finds what the first has asked.
        await db.Database.ExecuteSqlAsync($"select 1 from season_plan where id = {plan} for update", cancellation);
        var (asked, now) = (new List<SeasonAskingRecord>(), time.GetUtcNow());
        foreach (var standing in await StandingsAsync(db, plan, cancellation))
        {
            if (standing.Email is null || !standing.IsDue) continue;
            var secret = Tokens.New();
            asked.Add(db.Add(new SeasonAskingRecord
            {
                Id = Guid.CreateVersion7(now),
                OfficeId = office.Id,
                PlanId = plan,
                OrganiserId = standing.Organiser,
                AskedAt = now,
                AskedBy = author,
                Moves = standing.Open,
                Dropped = standing.Dropped,
                Secret = secret,
                SecretHash = Tokens.Hash(secret),
            }).Entity);
        }

        // The letters refer to what they ask, so that stands first.
        await db.SaveChangesAsync(cancellation);
        foreach (var row in asked) LetterQueue.Ask(db, office.Id, LetterKind.Moves, row.Id, now);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return asked.Count;
    }

    /// <summary>Whose programmes the plan moves, and what each was told, in the order of the organisers.</summary>
    public async Task<IReadOnlyList<AskedOrganiser>> ListAsync(OfficeView office, Guid plan, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return [.. (await StandingsAsync(db, plan, cancellation)).Select(s => new AskedOrganiser(s.Key, s.Names, s.Email, s.Open.Count, s.IsDue, s.AskedAt, s.Letter?.State, s.Letter?.EndedAt))];
    }

    /// <summary>What a letter that is due asks; null when it has nothing to say any more, or its address was taken back.</summary>
    public async Task<Asking?> FindAsync(OfficeView office, Guid id, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        if (await db.SeasonAskings.Include(a => a.Organiser).SingleOrDefaultAsync(a => a.Id == id, cancellation) is not { Secret: { } secret, SecretHash: not null } row) return null;
        if (await plans.FindAsync(office, row.PlanId, cancellation) is not { } plan) return null;
        var keys = await TitlesAsync(db, [.. row.Moves.Concat(row.Dropped)], cancellation);
        var moves = plan.Moves.Where(m => m is { Reply: null, AppliedAt: null } && row.Moves.Any(a => keys.TryGetValue(a.Activity, out var known) && known.Key == m.Activity && a.From == m.From && a.To == m.To)).ToList();
        var dropped = row.Dropped.Where(d => keys.ContainsKey(d.Activity)).Select(d => (keys[d.Activity].Title, d.From, d.To)).ToList();
        if (moves.Count + dropped.Count == 0) return null;
        var organiser = (await seasons.OrganisersAsync(office, cancellation)).Single(o => o.Key == row.Organiser!.Key);
        return new Asking(organiser, plan.Span, secret, moves, dropped);
    }

    /// <summary>A letter that has nothing to say any more was not asked for either.</summary>
    public async Task DropAsync(OfficeView office, Guid id, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await db.SeasonAskings.Where(a => a.Id == id).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The letter has gone, or never will: its secret is kept by nobody any more.</summary>
    public async Task ForgetSecretAsync(OfficeView office, Guid id, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await db.SeasonAskings.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Secret, (string?)null), cancellation);
    }

    private static async Task<Dictionary<Guid, (string Key, LocalText Title)>> TitlesAsync(TesseraDb db, List<AskedMove> moves, CancellationToken cancellation)
    {
        var ids = moves.Select(m => m.Activity).ToList();
        return (await db.Activities.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Key, a.Title }).ToListAsync(cancellation)).ToDictionary(a => a.Id, a => (a.Key, a.Title));
    }

    /// <summary>What an organiser knows is what her last letter has asked; one that the mail server has refused has told her nothing.</summary>
    private static async Task<List<Standing>> StandingsAsync(TesseraDb db, Guid plan, CancellationToken cancellation)
    {
        var moves = await db.SeasonMoves.Where(m => m.PlanId == plan).Select(m => new { m.ActivityId, m.FromDay, m.ToDay, IsOpen = m.Reply == null && m.AppliedAt == null, m.Activity!.OrganiserId }).ToListAsync(cancellation);
        var askings = (await db.SeasonAskings.AsNoTracking().Where(a => a.PlanId == plan).OrderBy(a => a.AskedAt).ToListAsync(cancellation)).ToLookup(a => a.OrganiserId);
        var letters = await db.Letters.AsNoTracking().Where(l => l.AskingId != null && db.SeasonAskings.Any(a => a.Id == l.AskingId && a.PlanId == plan)).ToDictionaryAsync(l => l.AskingId!.Value, cancellation);
        var ids = moves.Select(m => m.OrganiserId).OfType<Guid>().Concat(askings.Select(a => a.Key)).Distinct().ToList();
        var organisers = await db.Organisers.AsNoTracking().Where(o => ids.Contains(o.Id)).OrderBy(o => o.Position).ToListAsync(cancellation);
        return [.. organisers.Select(o =>
        {
            var own = moves.Where(m => m.OrganiserId == o.Id).ToList();
            var last = askings[o.Id].LastOrDefault();
            var known = askings[o.Id].LastOrDefault(a => letters.GetValueOrDefault(a.Id) is not { State: LetterState.Refused })?.Moves ?? [];
            List<AskedMove> open = [.. own.Where(m => m.IsOpen).Select(m => new AskedMove(m.ActivityId, m.FromDay, m.ToDay))];
            List<AskedMove> dropped = [.. known.Where(k => !own.Any(m => m.ActivityId == k.Activity && m.FromDay == k.From && m.ToDay == k.To))];
            return new Standing(o.Id, o.Key, o.Names, o.Email, open, dropped, dropped.Count > 0 || open.Except(known).Any(), last?.AskedAt, last is null ? null : letters.GetValueOrDefault(last.Id));
        })];
    }

    /// <summary>An organiser, what she has not answered, what is no longer proposed to her, and her last letter.</summary>
    private sealed record Standing(Guid Organiser, string Key, LocalText Names, string? Email, List<AskedMove> Open, List<AskedMove> Dropped, bool IsDue, DateTimeOffset? AskedAt, LetterRow? Letter);
}
