using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Accounts;
using Tessera.Features.Calendar.Others;
using Tessera.Features.Delegations;
using Tessera.Features.Guests;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;

namespace Tessera.Features.Contacts;

/// <summary>A place where something is held on a person.</summary>
/// <param name="Kind">contact, contact-state, member, invitation, report, letter, guest, guest-need, registration, tour-application, activity-host, activity-interpreter, activity-promise, delegation-person, delegation-trait, signatory or history.</param>
/// <param name="Erasable">False for what is the public record of decisions (GDPR art. 17 (3) b and d).</param>
public sealed record HeldData(string Kind, string Key, string Text, string? Purpose, string? Source, DateOnly? KeepUntil, bool Erasable)
{
    /// <summary>Names the place and what is held there, so that a form knows whether it has changed since it was shown.</summary>
    public string Mark() => $"{Kind}/{Key}/{OfficeService.StateOf(this)}";
}

/// <summary>Everything an office holds on a person: found, exported, erased as far as the law lets it.</summary>
public sealed class PersonalDataService(Database database, ContactService contacts, PeopleOfActivities activities, HeldOfDelegations delegations, TimeProvider time)
{
    private const int ShortestSearch = 3;

    /// <summary>What is held on whoever bears this name or address; empty for less than three letters.</summary>
    /// <param name="reader">Who hands it out to the one it is of; null to learn what is held. Only the former is shown what guests need, and that is written down.</param>
    public async Task<IReadOnlyList<HeldData>> FindAsync(OfficeView office, string said, string? reader, CancellationToken cancellation)
    {
        var wanted = Folding.Of(said);
        if (wanted.Length < ShortestSearch) return [];
        await using var db = database.ForOffice(office.Id);
        var found = new List<HeldData>();
        var people = await db.Contacts.Include(c => c.Partner).Where(c => c.Folded.Contains(wanted)).ToListAsync(cancellation);
        found.AddRange(people.Select(c => new HeldData("contact", c.Id.ToString(), $"{c.Name}, {c.Role}, {c.Email}, {c.Phone} ({c.Partner!.Key})", c.Purpose, c.Source, c.KeepUntil, true)));
        found.AddRange((await db.ContactStates.Where(s => s.Folded.Contains(wanted)).OrderBy(s => s.Id).ToListAsync(cancellation)).Select(s => Held(s.Id, ContactService.Read(s))));
        found.AddRange((await db.Members.Include(m => m.Account).ToListAsync(cancellation)).Where(m => Is(m.Account!, wanted))
            .Select(m => new HeldData("member", m.AccountId.ToString(), $"{m.Account!.Name} <{m.Account.Email}>", null, null, null, false)));
        found.AddRange((await db.Invitations.Where(i => i.Email != null && i.AcceptedAt == null).ToListAsync(cancellation)).Where(i => Folding.Of(i.Email!).Contains(wanted, StringComparison.Ordinal))
            .Select(i => new HeldData("invitation", i.Id.ToString(), i.Email!, null, i.InvitedBy, Day(i.ExpiresAt), true)));
        found.AddRange((await db.ErrorReports.Where(r => r.ReplyTo != null).ToListAsync(cancellation)).Where(r => Folding.Of(r.ReplyTo!).Contains(wanted, StringComparison.Ordinal))
            .Select(r => new HeldData("report", r.Id.ToString(), $"{r.ReplyTo}: {r.Message}", null, r.Page, Day(r.At.AddYears(1)), true)));
        found.AddRange((await db.ActivityLetters.Where(l => l.Email.Contains(wanted)).OrderBy(l => l.Id).ToListAsync(cancellation))
            .Select(l => new HeldData("letter", l.Id.ToString(), l.Email, null, null, l.ConfirmedAt is null ? Day(l.MadeAt.AddDays(ActivityLetterService.DaysToConfirm)) : null, true)));
        var signatories = await db.Agreements.Where(a => a.Signatories.Length > 0).Select(a => new { a.Key, a.Signatories }).ToListAsync(cancellation);
        found.AddRange(signatories.SelectMany(a => a.Signatories.Where(s => Folding.Of(s).Contains(wanted, StringComparison.Ordinal)).Select(s => new HeldData("signatory", a.Key, s, null, null, null, false))));
        found.AddRange(await activities.FindAsync(db, office, wanted, reader, cancellation));
        found.AddRange(await delegations.FindAsync(db, office, wanted, reader, cancellation));
        var authored = await db.Changes.CountAsync(c => EF.Functions.ILike(c.Author, "%" + said.Trim().Replace("\0", "").Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%"), cancellation);
        if (authored > 0) found.Add(new HeldData("history", "author", authored.ToString(System.Globalization.CultureInfo.InvariantCulture), null, null, null, false));
        return found;
    }

    /// <summary>Erases what of this may be erased, as it was shown to whoever asked for it; the public record of decisions stays. How many places were emptied.</summary>
    public async Task<int> EraseAsync(OfficeView office, IReadOnlyList<HeldData> held, Edit edit, CancellationToken cancellation)
    {
        var erasable = held.Where(h => h.Erasable).ToList();
        await using var db = database.ForOffice(office.Id);
        foreach (var one in erasable)
        {
            if (await activities.EraseAsync(office, one, edit, cancellation) || await delegations.EraseAsync(office, one, edit, cancellation)) continue;
            var id = Guid.Parse(one.Key);
            if (one.Kind == "contact") await contacts.EraseAsync(office, id, edit, cancellation);
            if (one.Kind == "contact-state") await db.ContactStates.Where(s => s.Id == id).ExecuteDeleteAsync(cancellation);
            if (one.Kind == "invitation") await db.Invitations.Where(i => i.Id == id).ExecuteDeleteAsync(cancellation);
            if (one.Kind == "letter") await db.ActivityLetters.Where(l => l.Id == id).ExecuteDeleteAsync(cancellation);
            if (one.Kind == "report") await db.ErrorReports.Where(r => r.Id == id).ExecuteDeleteAsync(cancellation);
        }

        return erasable.Count;
    }

    /// <summary>When this was found out, for the export.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    private static HeldData Held(Guid id, SaidOfContact was) =>
        new("contact-state", id.ToString(), $"{was.Name}, {was.Role}, {was.Email}, {was.Phone}", was.Purpose, was.Source, was.KeepUntil, true);

    private static bool Is(Account account, string wanted) => Folding.Of($"{account.Name}\n{account.Email}").Contains(wanted, StringComparison.Ordinal);

    private static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);
}
