using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Delegations;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Popolo;
using Tessera.Planning.Delegations;

namespace Tessera.Features.Delegations;

/// <summary>Somebody on a seat, as a file says it.</summary>
/// <param name="Person">What tells her from others in the file.</param>
/// <param name="PublicOffice">The office that makes her name public; without one it is not public.</param>
/// <param name="Ending">Why she sits no more; null where the file does not say it.</param>
public sealed record TakenMember(
    string Person, string Name, LocalText PublicOffice, string Authority, SeatKind Kind, Chamber Chamber, DateOnly? From, DateOnly? Until, SeatEnding? Ending,
    IReadOnlyList<DelegationPost> Posts);

/// <summary>A delegation that was appointed elsewhere, to be taken over with who sits and has sat.</summary>
public sealed record TakenDelegation(DelegationTerms Terms, IReadOnlyList<TakenMember> Members)
{
    /// <summary>Those who left before the term's end, of whom the file does not say why and who have no other seat after it.</summary>
    public IEnumerable<TakenMember> Unexplained => Members.Where(m => EndingOf(m) is SeatEnding.Unknown);

    /// <summary>Why somebody sits no more as it is kept; null while she sits, or where that is not said of the whole term.</summary>
    public SeatEnding? EndingOf(TakenMember member)
    {
        if (member.Until is null || member.Until >= Terms.Last) return null;
        return member.Ending ?? (Members.Any(m => m.Person == member.Person && m.From > member.Until) ? SeatEnding.Moved : SeatEnding.Unknown);
    }

    /// <summary>What a file states. The rules only warn, since a file holds nothing of what they judge by; who reads it raises them when that is entered.</summary>
    /// <param name="language">Of its texts.</param>
    /// <param name="file">Where it is from: the source of the seats where it names none.</param>
    public static TakenDelegation Of(StatedDelegation stated, string language, string file)
    {
        LocalText Text(string text) => text.Length == 0 ? LocalText.Empty : LocalText.Of(language, text);
        var isKnown = DelegationTermsCheck.Bodies.Contains(stated.Body);
        var terms = new DelegationTerms(
            stated.Body, isKnown ? LocalText.Empty : Text(stated.BodyName.Length > 0 ? stated.BodyName : stated.Body), Text(stated.Name), stated.Country, null, stated.First, stated.Last,
            [.. stated.Seats.Select(s => new SeatCount(Words<SeatKind>.Parse(s.Kind), Words<Chamber>.Parse(s.Chamber), s.Seats))], stated.SeatSource.Length > 0 ? stated.SeatSource : file,
            Warning(DelegationTermsCheck.Usual(stated.Body, stated.Country, stated.First).Rules), null);
        return new TakenDelegation(terms,
        [
            .. stated.Members.Select(m => new TakenMember(
                m.Person, m.Name, Text(m.PublicOffice), m.Authority, Words<SeatKind>.Parse(m.Kind), Words<Chamber>.Parse(m.Chamber), m.From, m.Until, Words<SeatEnding>.TryParse(m.Ending, out var why) ? why : null,
                [.. m.Posts.Select(p => new DelegationPost(Text(p.Title), p.From, p.Until))])),
        ]);
    }

    /// <summary>The rules without anything that blocks.</summary>
    public static DelegationRules Warning(DelegationRules rules)
    {
        static Severity Less(Severity severity) => severity is Severity.Blocking ? Severity.Warning : severity;
        return rules with
        {
            SexShareOfWhole = Less(rules.SexShareOfWhole),
            SexShareOfRepresentatives = Less(rules.SexShareOfRepresentatives),
            SexShareOfSubstitutes = Less(rules.SexShareOfSubstitutes),
            BothSexes = Less(rules.BothSexes),
            Mandate = Less(rules.Mandate),
            ChamberFit = Less(rules.ChamberFit),
            EqualSubstitutes = Less(rules.EqualSubstitutes),
            SeatsFilled = Less(rules.SeatsFilled),
        };
    }
}

/// <summary>
/// Takes over delegations that a file states: in office, or ended when their term is over. Nothing is published by that. Neither addresses nor what only the rules need comes with a file; a name that the file
/// gives no public office with is kept and not shown.
/// </summary>
public sealed class DelegationImport(Database database, TimeProvider time)
{
    private const string Unnamed = "–";

    /// <summary>Takes one over as a new delegation.</summary>
    /// <returns>What stands against it, or its key.</returns>
    public async Task<(IReadOnlyList<Finding> Findings, string Key)> TakeAsync(OfficeView office, TakenDelegation taken, Edit edit, CancellationToken cancellation)
    {
        if (DelegationTermsCheck.Check(taken.Terms) is { Count: > 0 } wrong) return (wrong, "");
        if (taken.Members.Count > DelegationKeeping.MostPeople) return ([Finding.About("", DelegationRefusal.TooMany)], "");
        var terms = taken.Terms;
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        await RegisterLock.TakeAsync(db, office.Id, cancellation);
        if (await db.Delegations.AnyAsync(d => d.Body == terms.Body && d.Country == terms.Country && d.FirstDay <= terms.Last && d.LastDay >= terms.First, cancellation))
            return ([Finding.About("first", DelegationRefusal.TermTaken)], "");
        var keys = await db.Delegations.Select(d => d.Key).ToListAsync(cancellation);
        var row = db.Add(RowOf(office, taken, Keys.Of($"{terms.Names.First().Text} {terms.First.Year}", "delegation", keys.Append("new").Append("import").Contains))).Entity;
        var people = taken.Members.GroupBy(m => m.Person).ToDictionary(g => g.Key, g => db.Add(PersonOf(office, row, g.First(), edit)).Entity.Id, StringComparer.Ordinal);
        await SeatAsync(db, Seatings(office, row, taken, people), cancellation);
        DelegationDesk.Enter(db, office, row, Interchange.Offices.ChangeKind.Added, [], edit, time.GetUtcNow());
        await DelegationDesk.SaveAsync(db, office, time.GetUtcNow(), cancellation);
        await transaction.CommitAsync(cancellation);
        return ([], row.Key);
    }

    /// <summary>Who follows upon somebody is kept after her.</summary>
    private static async Task SeatAsync(TesseraDb db, List<DelegationSeatingRow> seatings, CancellationToken cancellation)
    {
        var kept = new HashSet<Guid>();
        while (kept.Count < seatings.Count)
        {
            var next = seatings.Where(s => !kept.Contains(s.Id) && (s.ReplacesId is null || kept.Contains(s.ReplacesId.Value))).ToList();
            db.AddRange(next);
            await db.SaveChangesAsync(cancellation);
            kept.UnionWith(next.Select(s => s.Id));
        }
    }

    private DelegationRow RowOf(OfficeView office, TakenDelegation taken, string key) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        OfficeId = office.Id,
        Key = key,
        Version = 1,
        Body = taken.Terms.Body,
        BodyNames = taken.Terms.BodyNames,
        Names = taken.Terms.Names,
        Country = taken.Terms.Country,
        FirstDay = taken.Terms.First,
        LastDay = taken.Terms.Last,
        Seats = [.. taken.Terms.Seats.Where(s => s.Seats > 0)],
        SeatSource = taken.Terms.SeatSource,
        Rules = taken.Terms.Rules,
        Secretary = taken.Terms.Secretary,
        State = taken.Terms.Last < time.Today() ? DelegationState.Ended : DelegationState.Appointed,
        AppointedOn = taken.Members.Select(m => m.From).Min(),
    };

    private DelegationPersonRow PersonOf(OfficeView office, DelegationRow row, TakenMember member, Edit edit) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        OfficeId = office.Id,
        DelegationId = row.Id,
        Name = member.Name.Length > 0 ? member.Name : Unnamed,
        Authority = member.Authority,
        Level = member.Chamber is Chamber.Regions ? AuthorityLevel.Regional : AuthorityLevel.Local,
        Mandate = MandateKind.None,
        PublicOffice = member.Name.Length > 0 ? member.PublicOffice : LocalText.Empty,
        Posts = [.. member.Posts],
        ProposedBy = edit.Author,
        ProposedAt = time.GetUtcNow(),
        Folded = Folding.Of(member.Name),
    };

    /// <summary>The seatings; one who comes on a seat that somebody has left follows upon the one who left it first.</summary>
    private List<DelegationSeatingRow> Seatings(OfficeView office, DelegationRow row, TakenDelegation taken, Dictionary<string, Guid> people)
    {
        var left = new List<DelegationSeatingRow>();
        var all = new List<DelegationSeatingRow>();
        foreach (var member in taken.Members.OrderBy(m => m.From ?? row.FirstDay))
        {
            var from = member.From ?? row.FirstDay;
            var before = left.Where(s => s.Kind == member.Kind && s.Chamber == member.Chamber && s.ToDay < from).MinBy(s => s.ToDay);
            if (before is not null) left.Remove(before);
            var seating = Seating(office, row, taken, member, people[member.Person], before?.Id);
            all.Add(seating);
            if (seating.ToDay < row.LastDay) left.Add(seating);
        }

        return all;
    }

    private DelegationSeatingRow Seating(OfficeView office, DelegationRow row, TakenDelegation taken, TakenMember member, Guid person, Guid? replaces)
    {
        var until = member.Until is { } said && said < row.LastDay ? said : row.State is DelegationState.Ended ? row.LastDay : (DateOnly?)null;
        var ending = until is null ? (SeatEnding?)null : taken.EndingOf(member) ?? SeatEnding.TermEnded;
        return new DelegationSeatingRow
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            OfficeId = office.Id,
            DelegationId = row.Id,
            PersonId = person,
            Kind = member.Kind,
            Chamber = member.Chamber,
            FromDay = member.From ?? row.FirstDay,
            ToDay = until,
            Ending = ending,
            KeptUntil = ending is not (null or SeatEnding.TermEnded) ? DelegationCourse.FillUntil(until!.Value, DelegationTermsCheck.MonthsToFill(row.Body, until.Value), row.LastDay) : null,
            ReplacesId = replaces,
        };
    }
}
