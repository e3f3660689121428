using Tessera.Domain.Agreements;
using Tessera.Features.Authorities;
using Tessera.Features.Offices;
using Tessera.Features.Partners;

namespace Tessera.Features.Agreements;

/// <summary>From an agreement's rows to what pages show.</summary>
internal static class AgreementReading
{
    /// <summary>The authorities whose succession a partner's page must know.</summary>
    public static IEnumerable<Guid> AuthoritiesOf(PartnerRecord partner) =>
        partner.Agreements.Where(a => a.SignedWithId is not null).Select(a => a.SignedWithId!.Value).Append(partner.AuthorityId);

    private static LifeStepView StepView(LifeStep step, AgreementLife life) => new(step, life.Counts(step));

    /// <summary>The agreement in full.</summary>
    public static AgreementView View(AgreementRecord agreement, PartnerRecord partner, SuccessionReading succession, DateOnly day)
    {
        var signer = agreement.SignedWith ?? partner.Authority!;
        var life = PartnerReading.Life(agreement);
        return new AgreementView(
            agreement.Key, agreement.Kind, agreement.RegisteredKind, agreement.Decision, agreement.DecisionBody, life.Dates,
            PartnerReading.StandingOf(agreement, life, partner.Authority!, day), signer.Names, succession.SuccessorsOf(signer.Key, day),
            [.. agreement.Fields.OrderBy(f => f.Position).Select(f => new TextView(f.Key, f.Text))], agreement.Purpose, agreement.Note, agreement.Source!.View(),
            agreement.UpdatedAt, [.. agreement.Steps.Select(s => StepView(PartnerReading.Step(s), life))], agreement.Signatories, life.Until, agreement.Theirs);
    }
}
