using Microsoft.EntityFrameworkCore;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.Accounts;

/// <summary>A form as it was sent: its number says nothing to another account, or at another page.</summary>
/// <param name="Page">The path, and the page's handler where it has several forms.</param>
public sealed record SentForm(Guid Form, Guid Account, string Page);

/// <summary>What a form that was sent may do: be done, by whoever holds the claim, or be answered like the first time.</summary>
/// <param name="Id">Null when it has been done before.</param>
/// <param name="Answer">Where its sender was led; null when it has not been done.</param>
public sealed record FormClaim(Guid? Id, string? Answer);

/// <summary>
/// Sees to it that a form is done once, however often it is sent, for a day. It is claimed before its change begins and marked as done after; of several that come together one gets the
/// claim, and the others wait for its answer. A change that fails gives the claim back, so that the form can be sent again. The claim of a program that ended ends with its
/// <see cref="Lease"/>, so that no change is swallowed.
/// <para>The claim is not part of the change's transaction, since changes are made by many services, some in several transactions. Limits: a form whose program ends between the change and
/// its mark, or whose change takes longer than the lease, is done again if it is sent again; forms that change a record carry its version, and are refused then.</para>
/// </summary>
public sealed class DoneForms(Database database, TimeProvider time)
{
    /// <summary>How long a change may take, and how long the form of a program that ended has to wait.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Claims a form, waiting for another that holds it.</summary>
    public async Task<FormClaim> ClaimAsync(OfficeView office, SentForm form, CancellationToken cancellation)
    {
        while (true)
        {
            var claim = await TryClaimAsync(office, form, cancellation);
            if (claim.Id is not null || claim.Answer is not null) return claim;
            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>Marks the form of a claim as done. Not to be cancelled: the change is made.</summary>
    public async Task DoneAsync(OfficeView office, Guid claim, string answer)
    {
        await using var db = database.ForOffice(office.Id);
        await db.DoneForms.Where(f => f.Claim == claim).ExecuteUpdateAsync(f => f.SetProperty(x => x.Answer, answer), CancellationToken.None);
    }

    /// <summary>Gives a claim back: nothing was changed.</summary>
    public async Task ReleaseAsync(OfficeView office, Guid claim)
    {
        await using var db = database.ForOffice(office.Id);
        await db.DoneForms.Where(f => f.Claim == claim && f.Answer == null).ExecuteDeleteAsync(CancellationToken.None);
    }

    /// <summary>The claim, or the answer; neither while another holds it.</summary>
    internal async Task<FormClaim> TryClaimAsync(OfficeView office, SentForm form, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var (claim, until) = (Guid.CreateVersion7(now), now + Lease);
        await using var db = database.ForOffice(office.Id);
        await db.DoneForms.Where(f => f.At < now - Kept).ExecuteDeleteAsync(cancellation);
        var won = await db.Database.ExecuteSqlAsync($"""
            insert into done_form (form_id, account_id, page, claim, claimed_until, at) values ({form.Form}, {form.Account}, {form.Page}, {claim}, {until}, {now})
            on conflict (office_id, account_id, page, form_id) do update set claim = excluded.claim, claimed_until = excluded.claimed_until, at = excluded.at
            where done_form.answer is null and done_form.claimed_until < excluded.at
            """, cancellation);
        if (won > 0) return new FormClaim(claim, null);
        return new FormClaim(null, await db.DoneForms.Where(f => f.FormId == form.Form && f.AccountId == form.Account && f.Page == form.Page).Select(f => f.Answer).SingleOrDefaultAsync(cancellation));
    }
}
