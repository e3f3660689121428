using Tessera.Domain.Offices;
using Tessera.Features.Offices;

namespace Tessera.Web.Parts;

/// <summary>Where somebody does what a need asks for; the same on the desk and in the weekly mail.</summary>
public static class NeedSteps
{
    /// <summary>The address of the next sensible step; for a reader, who may do nothing, where she looks at it; null when there is no such page for her.</summary>
    public static string? StepFor(this DeskLinks links, Need need, OfficeRole role) => need switch
    {
        { Kind: NeedKind.Report } => role >= OfficeRole.Editor ? links.Reports : null,
        { Kind: NeedKind.HostDecides } => AccountLinks.Host,
        { Kind: NeedKind.AwaitsHost, Partner: { } partner } when role >= OfficeRole.Approver => links.Authority(partner),
        { Kind: NeedKind.FeeDue, Membership: { } key } when role >= OfficeRole.Editor => links.Membership(key),
        { Membership: { } key } => links.MembershipBasis(key),
        { Delegation: { } key } => $"{links.Home}/delegations/{key}",
        { Agreement: { } key } when role >= OfficeRole.Editor => OfAgreement(links, need.Kind, key) ?? Look(links, need),
        _ => Look(links, need),
    };

    private static string? OfAgreement(DeskLinks links, NeedKind kind, string key) => kind switch
    {
        NeedKind.Lapsed or NeedKind.EndsSoon => links.Step(key, "renewed"),
        NeedKind.Succeeded => links.Step(key, "reconfirmed"),
        NeedKind.AwaitsSignature => links.Step(key, "signed-here"),
        NeedKind.ReviewOpen => links.Step(key, "review-ended"),
        NeedKind.AwaitsStage => links.Step(key),
        NeedKind.Contradicted or NeedKind.DeadLink => links.EditAgreement(key),
        _ => null,
    };

    private static string? Look(DeskLinks links, Need need) => need.Partner is { } partner ? links.Partner(partner) : null;
}
