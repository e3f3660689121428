using Tessera.Domain.Agreements;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Agreements;

/// <summary>An agreement as it is kept, with what its life tells on a day.</summary>
/// <param name="Next">The stage of the route that comes next; null when it is through.</param>
public sealed record KeptAgreement(KeptPartner Partner, AgreementItem Item, AgreementLife Life, AgreementStanding Standing, ApprovalRoute? Route, RouteStage? Next)
{
    /// <summary>What the partner holds of it; null when that is not known.</summary>
    public TheirHalf? Theirs => Item.Theirs is { } theirs ? PartnerReading.Half(theirs) : null;
}

/// <summary>Takes agreements through their lives. Each step is a change of the partner's record, with its history.</summary>
public sealed class AgreementService(PartnerService partners, PartnerQueries queries, TimeProvider time)
{
    /// <summary>An agreement by its key; null when the office has none.</summary>
    public async Task<KeptAgreement?> FindAsync(OfficeView office, string key, CancellationToken cancellation)
    {
        if (await partners.PartnerOfAsync(office, key, cancellation) is not { } slug || await partners.FindAsync(office, slug, cancellation) is not { } kept) return null;
        var day = Today();
        var page = await queries.FindAsync(office, slug, day, cancellation);
        var item = kept.Item.Agreements.Single(a => a.Key == key);
        var (life, route) = (PartnerReading.Life(item), ApprovalRoutes.Of(office.Country, day));
        return new KeptAgreement(kept, item, life, page!.Agreements.Single(a => a.Key == key).Standing, route, life.NextStage(route?.Stages ?? []));
    }

    /// <summary>Why a step may not be taken; empty when it may.</summary>
    public IReadOnlyList<string> WhyNot(KeptAgreement agreement, LifeStepItem step) => agreement.Life.WhyNot(PartnerReading.Step(step), agreement.Route?.Stages ?? [], Today());

    /// <summary>Records a step, which <see cref="WhyNot"/> has nothing against.</summary>
    public Task<EditResult> StepAsync(OfficeView office, KeptAgreement agreement, int version, LifeStepItem step, Edit edit, CancellationToken cancellation) =>
        partners.ChangeAsync(office, agreement.Partner.Item.Key, version, p => Taken(p, agreement.Item.Key, step), edit, cancellation);

    /// <summary>The partner with a step taken: a form that takes another's place is the agreement's from then on, a first decision its own.</summary>
    private static PartnerItem Taken(PartnerItem partner, string key, LifeStepItem step) => partner with
    {
        Agreements = [.. partner.Agreements.Select(a => a.Key != key ? a : a with
        {
            Steps = [.. a.Steps, step with { Key = Keys.Of(step.Kind, "step", k => a.Steps.Any(s => s.Key == k)) }],
            Kind = step.Kind == Words<LifeStepKind>.Write(LifeStepKind.Downgraded) ? step.To! : a.Kind,
            Decision = a.Decision ?? (step.Kind == Words<LifeStepKind>.Write(LifeStepKind.Approved) ? step.Decision : null),
            DecisionBody = a.DecisionBody.IsEmpty && step.Kind == Words<LifeStepKind>.Write(LifeStepKind.Approved) ? step.Body : a.DecisionBody,
        })],
    };

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
