using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Calendar;
using Tessera.Domain.Guests;
using Tessera.Domain.Tours;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Accounts;
using Tessera.Features.Calendar;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;
using Tessera.Planning.Tours;

namespace Tessera.Features.Tours;

/// <summary>
/// Offers the places of a study tour to member authorities, takes their applications, and gives the places by the stated rules. Whatever changes who has a place locks the activity first; the
/// letters that tell of it are asked for in the same transaction.
/// </summary>
public sealed class TourService(Database database, LetterQueue letters, TimeProvider time)
{
    private const int SeedBytes = 16;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>May this activity offer places to authorities? Only a study visit does.</summary>
    public static bool IsStudy(ActivityItem activity) => activity.Purpose == Words<VisitPurpose>.Write(VisitPurpose.Study);

    /// <summary>How the places stand; null when nobody has ever offered any.</summary>
    public async Task<TourDesk?> DeskAsync(OfficeView office, string activity, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        if (await db.Tours.Include(t => t.Activity).SingleOrDefaultAsync(t => t.Activity!.Key == activity, cancellation) is not { } row) return null;
        var applied = await db.TourApplications.CountAsync(a => a.ActivityId == row.ActivityId && a.State != TourApplicationState.Unconfirmed && a.State != TourApplicationState.Withdrawn, cancellation);
        return new TourDesk(Settings(row), TourSelection.PledgeOf(row.Seed), row.DecidedAt is null ? null : row.Seed, row.DecidedAt, row.DecidedBy, applied, IsOpen(row.Activity!, row));
    }

    /// <summary>The applications that take part, and those that were withdrawn, by their numbers; what was never confirmed is nobody's yet.</summary>
    public async Task<IReadOnlyList<TourApplicationView>> ListAsync(OfficeView office, string activity, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var rows = await db.TourApplications.Where(a => a.Activity!.Key == activity && a.State != TourApplicationState.Unconfirmed).OrderBy(a => a.Number).ToListAsync(cancellation);
        return [.. rows.Select(View)];
    }

    /// <summary>The answers by the rules, with the reason for each: a proposal before the selection, and after it how it stands.</summary>
    public async Task<TourProposal> ProposalAsync(OfficeView office, string activity, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var row = await db.Tours.Include(t => t.Activity).SingleAsync(t => t.Activity!.Key == activity, cancellation);
        return await TourSelecting.ProposeAsync(db, row, YearOf(row), isTold: true, cancellation);
    }

    /// <summary>The application that a letter is to; null when it is there no more.</summary>
    public Task<TourApplicationOf?> FindAsync(OfficeView office, Guid id, CancellationToken cancellation) => FindAsync(office, a => a.Id == id, cancellation);

    /// <summary>The application that a secret opens; null when none does.</summary>
    public Task<TourApplicationOf?> OpenAsync(OfficeView office, string secret, CancellationToken cancellation) => FindAsync(office, a => a.Secret == secret, cancellation);

    /// <summary>Says what is offered and by which rules. Once somebody has applied the rules stand; places may still be added, and those who wait move up.</summary>
    /// <returns>What stands against it; empty when it is done.</returns>
    public async Task<IReadOnlyList<Finding>> SetAsync(OfficeView office, string activity, TourSettings settings, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await LockAsync(db, activity, cancellation);
        var tour = await db.Tours.SingleOrDefaultAsync(t => t.ActivityId == row.Id, cancellation);
        var isAsked = tour is not null && await db.TourApplications.AnyAsync(a => a.ActivityId == row.Id && a.State != TourApplicationState.Unconfirmed, cancellation);
        if (TourChecks.WhyNot(settings, row, Today, IsPossible(row), isAsked ? Settings(tour!) : null) is { Count: > 0 } wrong) return wrong;
        if (settings.IsOpen && tour?.DecidedAt is not null) return [Finding.About("open", TourRefusal.Decided)];
        tour ??= db.Add(new TourRow { ActivityId = row.Id, OfficeId = office.Id, Seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes)) }).Entity;
        var rules = settings.Rules;
        (tour.IsOpen, tour.Places, tour.MostPerAuthority, tour.UntilDay, tour.Question) = (settings.IsOpen, rules.Places, settings.MostPerAuthority, settings.Until, settings.Question);
        (tour.FreshYears, tour.MostPerCounty, tour.SmallPlaces, tour.SmallPopulation) = (rules.FreshYears, rules.MostPerCounty, rules.SmallPlaces, rules.SmallPopulation);
        await db.SaveChangesAsync(cancellation);
        if (tour.DecidedAt is not null) await MoveUpAsync(db, office, tour, row, cancellation);
        await Changes.AnnounceAsync(db, office.Slug, cancellation);
        await transaction.CommitAsync(cancellation);
        letters.Ring();
        return [];
    }

    /// <summary>Takes an application. One from the portal counts once the link of its mail was followed; one that the office enters counts at once.</summary>
    /// <param name="byOffice">Entered at the desk: also without an address, and while applying is closed for everybody else.</param>
    /// <returns>What stands against it; empty when it is done.</returns>
    public async Task<IReadOnlyList<Finding>> ApplyAsync(OfficeView office, string activity, NewTourApplication application, bool byOffice, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await LockAsync(db, activity, cancellation);
        if (await db.Tours.SingleOrDefaultAsync(t => t.ActivityId == row.Id, cancellation) is not { DecidedAt: null } tour || (!byOffice && !IsOpen(row, tour))) return [Finding.About("", TourRefusal.Closed)];
        if (TourChecks.WhyNot(application, tour.MostPerAuthority, byOffice) is { Count: > 0 } wrong) return wrong;
        var folded = Folding.Of(application.Authority);
        if (await IsTakenAsync(db, row.Id, folded, cancellation)) return [Finding.About("authority", TourRefusal.AuthorityTaken)];
        var number = await db.TourApplications.Where(a => a.ActivityId == row.Id).MaxAsync(a => (int?)a.Number, cancellation) + 1 ?? 1;
        var added = db.Add(New(office, row.Id, number, application, byOffice)).Entity;
        await db.SaveChangesAsync(cancellation);
        if (application.Email is not null) await LetterQueue.AskTourAsync(db, office.Id, byOffice ? LetterKind.TourAnswer : LetterKind.TourAsking, added.Id, time.GetUtcNow(), cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        letters.Ring();
        return [];
    }

    /// <summary>Confirms what came from the portal; once is enough.</summary>
    /// <returns>What stands against it; empty when it takes part.</returns>
    public async Task<IReadOnlyList<Finding>> ConfirmAsync(OfficeView office, string secret, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var key = await db.TourApplications.Where(a => a.Secret == secret).Select(a => a.Activity!.Key).SingleAsync(cancellation);
        var row = await LockAsync(db, key, cancellation);
        var application = await db.TourApplications.SingleAsync(a => a.Secret == secret, cancellation);
        if (application.State is not TourApplicationState.Unconfirmed) return [];
        var tour = await db.Tours.SingleAsync(t => t.ActivityId == row.Id, cancellation);
        if (tour.DecidedAt is not null || !IsOpen(row, tour)) return [Finding.About("", TourRefusal.Closed)];
        if (await IsTakenAsync(db, row.Id, application.FoldedAuthority, cancellation)) return [Finding.About("", TourRefusal.AuthorityTaken)];
        (application.State, application.ChangedAt) = (TourApplicationState.Applied, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return [];
    }

    /// <summary>Puts right what is known of an authority before the selection.</summary>
    /// <returns>What stands against it; empty when it is done.</returns>
    public async Task<IReadOnlyList<Finding>> AmendAsync(OfficeView office, Guid id, string county, int? population, int? lastTour, CancellationToken cancellation)
    {
        if (TourChecks.WhyNotFacts(county, population, lastTour, Today.Year) is { Count: > 0 } wrong) return wrong;
        await using var db = database.ForOffice(office.Id);
        if (await db.Tours.AnyAsync(t => t.DecidedAt != null && db.TourApplications.Any(a => a.Id == id && a.ActivityId == t.ActivityId), cancellation)) return [Finding.About("", TourRefusal.Decided)];
        await db.TourApplications.Where(a => a.Id == id).ExecuteUpdateAsync(
            a => a.SetProperty(x => x.County, county).SetProperty(x => x.Population, population).SetProperty(x => x.LastTour, lastTour).SetProperty(x => x.ChangedAt, time.GetUtcNow()), cancellation);
        return [];
    }

    /// <summary>Gives the places as proposed, and tells everybody who has applied.</summary>
    /// <param name="mark">Of the proposal that was seen.</param>
    /// <returns>What stands against it; empty when it is done.</returns>
    public async Task<IReadOnlyList<Finding>> DecideAsync(OfficeView office, string activity, string mark, string author, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await LockAsync(db, activity, cancellation);
        var tour = await db.Tours.SingleAsync(t => t.ActivityId == row.Id, cancellation);
        if (tour.DecidedAt is not null) return [Finding.About("", TourRefusal.Decided)];
        if (IsOpen(row, tour)) return [Finding.About("", TourRefusal.StillOpen)];
        var proposal = await TourSelecting.ProposeAsync(db, tour, YearOf(row), isTold: false, cancellation);
        if (proposal.Answers.Count == 0) return [Finding.About("", TourRefusal.NobodyApplied)];
        if (proposal.Mark != mark) return [Finding.About("", TourRefusal.ProposalChanged)];
        var now = time.GetUtcNow();
        (tour.DecidedAt, tour.DecidedBy, tour.IsOpen) = (now, author, false);
        foreach (var application in await db.TourApplications.Where(a => a.ActivityId == row.Id && a.State == TourApplicationState.Applied).ToListAsync(cancellation))
        {
            await AnswerAsync(db, office, application, proposal.Answers.Single(a => a.Application.Id == application.Id).Decision, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await Changes.AnnounceAsync(db, office.Slug, cancellation);
        await transaction.CommitAsync(cancellation);
        letters.Ring();
        return [];
    }

    /// <summary>Withdraws an application; who waits moves up by the same order. Once is enough.</summary>
    /// <param name="byOffice">Whoever had applied is told.</param>
    public async Task WithdrawAsync(OfficeView office, Guid id, bool byOffice, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.TourApplications.Where(a => a.Id == id).Select(a => a.Activity!.Key).SingleOrDefaultAsync(cancellation) is not { } key) return;
        var row = await LockAsync(db, key, cancellation);
        if (await db.TourApplications.SingleAsync(a => a.Id == id, cancellation) is not { State: not TourApplicationState.Withdrawn } application) return;
        (application.State, application.ChangedAt) = (TourApplicationState.Withdrawn, time.GetUtcNow());
        await db.Letters.Where(l => l.TourApplicationId == id && l.State == LetterState.Waiting).ExecuteDeleteAsync(cancellation);
        if (byOffice && application.Email is not null) await LetterQueue.AskTourAsync(db, office.Id, LetterKind.TourAnswer, id, time.GetUtcNow(), cancellation);
        await db.SaveChangesAsync(cancellation);
        var tour = await db.Tours.SingleAsync(t => t.ActivityId == row.Id, cancellation);
        if (tour.DecidedAt is not null) await MoveUpAsync(db, office, tour, row, cancellation);
        await Changes.AnnounceAsync(db, office.Slug, cancellation);
        await transaction.CommitAsync(cancellation);
        letters.Ring();
    }

    /// <summary>
    /// Forgets who was on tours that were over for <see cref="Keeping.DaysOfRegistrations"/> days, and what was never confirmed; that an authority was on one stays, since a rule asks for it. How many.
    /// </summary>
    public async Task<int> ForgetAsync(OfficeView office, CancellationToken cancellation)
    {
        var (past, unconfirmed, longAgo) = (Today.AddDays(-Keeping.DaysOfRegistrations), time.GetUtcNow().AddDays(-TourLimits.DaysToConfirm), time.GetUtcNow().AddDays(-Keeping.DaysOfGuests));
        await using var db = database.ForOffice(office.Id);
        var gone = await db.TourApplications.Where(a => a.State == TourApplicationState.Unconfirmed && a.At < unconfirmed).ExecuteDeleteAsync(cancellation);
        var over = db.TourApplications.Where(a => a.Folded != "" && (a.Activity!.LastDay < past || (a.Activity.LastDay == null && a.At < longAgo)));
        return gone + await NamelessAsync(over, cancellation);
    }

    /// <summary>Erases the names of an application; how many people it is for stays.</summary>
    internal static Task<int> EraseAsync(TesseraDb db, Guid id, CancellationToken cancellation) => NamelessAsync(db.TourApplications.Where(a => a.Id == id), cancellation);

    private static Task<int> NamelessAsync(IQueryable<TourApplicationRow> applications, CancellationToken cancellation) => applications.ExecuteUpdateAsync(
        a => a.SetProperty(x => x.Name, "").SetProperty(x => x.Email, (string?)null).SetProperty(x => x.Reply, "").SetProperty(x => x.Participants, new List<string>()).SetProperty(x => x.Folded, ""), cancellation);

    private async Task MoveUpAsync(TesseraDb db, OfficeView office, TourRow tour, ActivityRecord activity, CancellationToken cancellation)
    {
        var proposal = await TourSelecting.ProposeAsync(db, tour, YearOf(activity), isTold: false, cancellation);
        var up = proposal.Answers.Where(a => a.Decision.IsIn && a.Application.State is not TourApplicationState.Place).ToDictionary(a => a.Application.Id, a => a.Decision);
        foreach (var application in await db.TourApplications.Where(a => up.Keys.Contains(a.Id)).ToListAsync(cancellation)) await AnswerAsync(db, office, application, up[application.Id], cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task AnswerAsync(TesseraDb db, OfficeView office, TourApplicationRow application, TourDecision decision, CancellationToken cancellation)
    {
        (application.State, application.ChangedAt) = (decision.IsIn ? TourApplicationState.Place : TourApplicationState.Waiting, time.GetUtcNow());
        (application.Reason, application.Position, application.FreePlaces) = (decision.Reason, decision.Position, decision.Free);
        if (application.Email is not null) await LetterQueue.AskTourAsync(db, office.Id, LetterKind.TourAnswer, application.Id, time.GetUtcNow(), cancellation);
    }

    private int YearOf(TourRow tour) => YearOf(tour.Activity!);

    /// <summary>The year of the tour; while its days are not known, this one.</summary>
    private int YearOf(ActivityRecord activity) => activity.FirstDay?.Year ?? Today.Year;

    private bool IsOpen(ActivityRecord activity, TourRow tour) => tour.IsOpen && tour.UntilDay >= Today && IsPossible(activity);

    private bool IsPossible(ActivityRecord activity) =>
        IsStudy(activity.Item) && activity is { IsPublic: true, Recurrence: null, Status: ActivityStatus.Planned or ActivityStatus.Confirmed } && !(activity.LastDay < Today);

    private static Task<bool> IsTakenAsync(TesseraDb db, Guid activity, string folded, CancellationToken cancellation) => db.TourApplications.AnyAsync(
        a => a.ActivityId == activity && a.FoldedAuthority == folded && a.State != TourApplicationState.Unconfirmed && a.State != TourApplicationState.Withdrawn, cancellation);

    private static async Task<ActivityRecord> LockAsync(TesseraDb db, string activity, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from activity where key = {activity} for update", cancellation);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        return await db.Activities.SingleAsync(a => a.Key == activity, cancellation);
    }

    private async Task<TourApplicationOf?> FindAsync(OfficeView office, System.Linq.Expressions.Expression<Func<TourApplicationRow, bool>> which, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await db.TourApplications.Include(a => a.Activity).SingleOrDefaultAsync(which, cancellation) is { } row ? new TourApplicationOf(View(row), row.Activity!.Key) : null;
    }

    private TourApplicationRow New(OfficeView office, Guid activity, int number, NewTourApplication application, bool byOffice) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        OfficeId = office.Id,
        ActivityId = activity,
        Number = number,
        Authority = application.Authority,
        FoldedAuthority = Folding.Of(application.Authority),
        County = application.County,
        Population = application.Population,
        Name = application.Name,
        Email = application.Email,
        Reply = application.Reply,
        Participants = [.. application.Participants],
        People = application.Participants.Count,
        Language = application.Language,
        State = byOffice ? TourApplicationState.Applied : TourApplicationState.Unconfirmed,
        At = time.GetUtcNow(),
        ChangedAt = time.GetUtcNow(),
        Secret = Tokens.New(),
        Folded = Folding.Of(string.Join('\n', application.Participants.Append(application.Name).Append(application.Email))),
    };

    private static TourSettings Settings(TourRow t) => new(t.IsOpen, TourSelecting.Rules(t), t.MostPerAuthority, t.UntilDay, t.Question);

    internal static TourApplicationView View(TourApplicationRow a) =>
        new(a.Id, a.Number, a.Authority, a.County, a.Population, a.LastTour, a.Name, a.Email, a.Reply, a.Participants, a.People, a.Language, a.State, a.At, a.Secret);
}
