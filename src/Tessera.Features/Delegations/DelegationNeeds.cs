using Tessera.Domain.Delegations;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;

namespace Tessera.Features.Delegations;

/// <summary>Finds in delegations what needs somebody on a day. Everything is derived; nothing is stored.</summary>
public static class DelegationNeeds
{
    /// <summary>Days before the end of a term from which its renewal is told: a call, proposals, a consultation and an appointment take half a year.</summary>
    public const int RenewalDays = 240;

    /// <summary>Days before the last day of proposals or of the consultation from which it is told.</summary>
    public const int StageDays = 14;

    /// <summary>What needs somebody because of an office's delegations.</summary>
    public static IEnumerable<Need> Of(IReadOnlyList<DelegationView> delegations, DateOnly day) => delegations.SelectMany(d => d.State switch
    {
        DelegationState.Called => Stage(d, d.ProposalsUntil, day),
        DelegationState.Consulting => Stage(d, d.ConsultingUntil, day),
        DelegationState.Appointed => [.. Vacant(d, day), .. Renewal(d, delegations, day)],
        _ => [],
    });

    private static IEnumerable<Need> Stage(DelegationView delegation, DateOnly? until, DateOnly day) =>
        until <= day.AddDays(StageDays) ? [About(NeedKind.DelegationStage, delegation, until)] : [];

    /// <summary>The earliest day by which a vacant seat is to be filled, and how many there are.</summary>
    private static IEnumerable<Need> Vacant(DelegationView delegation, DateOnly day)
    {
        var vacant = delegation.VacantOn(day);
        if (vacant.Count > 0 && day <= delegation.Terms.Last)
            yield return About(NeedKind.SeatVacant, delegation, vacant.Min(v => v.FillUntil) ?? delegation.Terms.Last, vacant.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static IEnumerable<Need> Renewal(DelegationView delegation, IReadOnlyList<DelegationView> all, DateOnly day)
    {
        var isFollowed = all.Any(d => d.Terms.Body == delegation.Terms.Body && d.Terms.Country == delegation.Terms.Country && d.Terms.First > delegation.Terms.First && d.State is not DelegationState.Preparing);
        if (!isFollowed && delegation.Terms.Last <= day.AddDays(RenewalDays)) yield return About(NeedKind.DelegationRenewal, delegation, delegation.Terms.Last);
    }

    private static Need About(NeedKind kind, DelegationView delegation, DateOnly? day, string detail = "") =>
        new(kind, null, delegation.Terms.Names, null, day, detail.Length == 0 ? LocalText.Empty : LocalText.Of("en", detail)) { Delegation = delegation.Key };
}
