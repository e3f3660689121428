namespace Tessera.Planning.Delegations.Composing;

/// <summary>A rule in one delegation.</summary>
internal readonly record struct RuleInstance(DelegationRule Rule, string Delegation)
{
    /// <summary>The rules of a model that are looked at, each in every delegation that it is about.</summary>
    public static IReadOnlyList<RuleInstance> Of(DelegationModel model, Severity severity) =>
    [
        .. model.Delegations.SelectMany(d => model.Rules.Where(r => r.Severity == severity && r.IsAbout(model, d)).Select(r => new RuleInstance(r, d))),
    ];
}
