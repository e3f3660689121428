using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Calendar;
using Tessera.Domain.Memberships;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Offices;

/// <summary>What a year of a membership cost: what was asked for, else what the rule gives, else nothing that is known.</summary>
/// <param name="Asked">What the invoices of the year ask for; empty when there is none.</param>
/// <param name="Computed">What the rule gives; null when it gives nothing.</param>
public sealed record MembershipYear(int Year, IReadOnlyList<InvoiceItem> Asked, YearFee? Computed)
{
    /// <summary>Is nothing known of its cost?</summary>
    public bool IsUnknown => Asked.Count == 0 && Computed is null;
}

/// <summary>An activity that a membership brought.</summary>
public sealed record BroughtActivity(string Key, LocalText Title, ActivityKind Kind, ActivityStatus Status, PartialDate? Day);

/// <summary>What the decision to stay or leave rests on.</summary>
/// <param name="Years">The latest first, at most <see cref="MembershipQueries.Years"/> of them.</param>
/// <param name="Activities">The latest first, at most <see cref="MembershipQueries.Activities"/> of them.</param>
/// <param name="ActivityCount">How many there are.</param>
/// <param name="Notice">Until when notice has effect; null when the months are not known.</param>
public sealed record MembershipBasis(
    MembershipItem Item, MembershipKind Kind, LocalText Organisation, string? Abbreviation, IReadOnlyList<MembershipYear> Years, IReadOnlyList<BroughtActivity> Activities, int ActivityCount,
    MembershipNotice? Notice, SourceView Source)
{
    /// <summary>The formula of the fee as it holds this year; null when the fee comes from none.</summary>
    public FeeFormula? Formula { get; init; }
}

/// <summary>A membership with what the office pays for it; its own, not for everybody.</summary>
/// <param name="ThisYear">What the rule gives for the year; null when it gives nothing.</param>
/// <param name="NextDue">The earliest day by which something that was asked for is to be paid; null when nothing is owed, or no day is known.</param>
public sealed record MembershipFees(MembershipView Membership, YearFee? ThisYear, PartialDate? NextDue);

/// <summary>Reads the basis for the decision to stay in an organisation or to leave it.</summary>
public sealed class MembershipQueries(Database database)
{
    /// <summary>The most years that are told, so that the basis fits on a page.</summary>
    public const int Years = 6;

    /// <summary>The most activities that are named.</summary>
    public const int Activities = 6;

    /// <summary>The basis as it is on a day; null when the office has no membership under this key.</summary>
    public async Task<MembershipBasis?> BasisAsync(OfficeView office, string key, DateOnly day, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var row = await db.Memberships.Include(m => m.Organisation).Include(m => m.Source).SingleOrDefaultAsync(m => m.Key == key, cancellation);
        if (row is null) return null;
        var brought = db.Activities.Where(a => a.MembershipId == row.Id);
        var latest = await brought.OrderByDescending(a => a.FirstDay != null).ThenByDescending(a => a.FirstDay).ThenBy(a => a.Key).Take(Activities)
            .Select(a => new { a.Key, a.Title, a.Kind, a.Status, a.FirstDay, a.Roughly }).ToListAsync(cancellation);
        var item = OfficeDump.Membership(row, _ => "");
        return new MembershipBasis(
            item, row.Kind, row.Organisation!.Names, row.Organisation.Abbreviation, YearsOf(item, row.Kind, day),
            [.. latest.Select(a => new BroughtActivity(a.Key, a.Title, a.Kind, a.Status, a.Roughly ?? (a.FirstDay is { } first ? PartialDate.OfDay(first) : null)))],
            await brought.CountAsync(cancellation), item.NoticeMonths is { } months ? MembershipNotice.Next(months, day) : null, row.Source!.View())
        {
            Formula = item.Fee is { Formula: { } formula } ? FeeFormula.Of(formula, day.Year) : null,
        };
    }

    /// <summary>The memberships with their fees as they are on a day, in the office's own order.</summary>
    public async Task<IReadOnlyList<MembershipFees>> FeesAsync(OfficeView office, DateOnly day, CancellationToken cancellation)
    {
        var views = await new OfficeQueries(database).MembershipsAsync(office, cancellation);
        await using var db = database.ForOffice(office.Id);
        var asked = await db.Memberships.Select(m => new { m.Key, m.Invoices }).ToDictionaryAsync(m => m.Key, m => m.Invoices, cancellation);
        return [.. views.Select(m => new MembershipFees(
            m, (m.Fee?.Rule() ?? FeeRule.Unknown).ForYear(m.Kind, day.Year, m.Dates.FirstOrDefault(d => d.Role is MembershipDateRole.Since)?.Date),
            asked.GetValueOrDefault(m.Key, []).Where(i => i.PaidOn is null && i.Due is not null).Select(i => i.Due!).OrderBy(d => d.Earliest).FirstOrDefault()))];
    }

    /// <summary>The years of a membership up to a day's, the latest first.</summary>
    public static IReadOnlyList<MembershipYear> YearsOf(MembershipItem item, MembershipKind kind, DateOnly day)
    {
        PartialDate? Of(string role) => item.Dates.FirstOrDefault(d => d.Role == role)?.Date;
        var (since, until) = (Of("since"), Of("until"));
        var last = Math.Min(day.Year, until?.Latest?.Year ?? day.Year);
        var first = Math.Max(last - Years + 1, since?.Earliest?.Year ?? 0);
        var rule = item.Fee?.Rule() ?? FeeRule.Unknown;
        return [.. Enumerable.Range(0, Math.Max(last - first + 1, 0)).Select(i => last - i).Select(y => new MembershipYear(y, [.. item.Invoices.Where(v => v.Year == y)], rule.ForYear(kind, y, since)))];
    }
}
