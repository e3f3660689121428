using System.Globalization;
using System.Text.Json;

namespace Tessera.Planning.Delegations.Files;

/// <summary>Rules as JSON objects: the code says which rule, the other members are its parameters.</summary>
internal static class RuleFile
{
    public static DelegationRule Read(JsonPlace rule)
    {
        var (id, severity) = (rule.Text("id"), rule.WordOr("severity", Severity.Blocking));
        DelegationRule made = rule.Text("code") switch
        {
            "sex-share" => new SexShareRule(id, severity, Scope(rule), rule.Number("perThousand")),
            "both-sexes" => new BothSexesRule(id, severity, Scope(rule)),
            "mandate" => new MandateRule(id, severity, rule.DayOr("day") ?? throw rule.Wrong("\"day\" is missing"), rule.FlagOr("acceptsAccountable", true)),
            "chamber" => new ChamberRule(id, severity),
            "equal-substitutes" => new EqualSubstitutesRule(id, severity),
            "seats-filled" => new SeatsFilledRule(id, severity),
            "quota" => new QuotaRule(id, severity, Scope(rule), rule.Word<Trait>("trait"), [.. rule.List("values").Select(v => v.Text())], rule.NumberOr("least"), rule.NumberOr("most")),
            "must-sit" => new MustSitRule(id, severity, rule.Text("candidate"), Scope(rule)),
            "must-not-sit" => new MustNotSitRule(id, severity, rule.Text("candidate")),
            "exclusion" => new ExclusionRule(id, severity, rule.Text("first"), rule.Text("second")),
            var other => throw rule.Wrong($"there is no rule \"{other}\""),
        };
        rule.Only(["id", "code", "severity", "delegation", .. Parameters(made)]);
        return made with { Delegation = rule.TextOr("delegation") };
    }

    public static void Write(Utf8JsonWriter json, DelegationRule rule)
    {
        json.WriteString("id", rule.Id);
        json.WriteString("code", rule.Code);
        json.WriteString("severity", JsonPlace.WordOf(rule.Severity));
        if (rule.Delegation is not null) json.WriteString("delegation", rule.Delegation);
        if (ScopeOf(rule) is { } scope) Write(json, scope);
        switch (rule)
        {
            case SexShareRule share:
                json.WriteNumber("perThousand", share.PerThousand);
                break;
            case MandateRule mandate:
                json.WriteString("day", mandate.Day.ToString("O", CultureInfo.InvariantCulture));
                json.WriteBoolean("acceptsAccountable", mandate.AcceptsAccountable);
                break;
            case QuotaRule quota:
                Write(json, quota);
                break;
            case MustSitRule must:
                json.WriteString("candidate", must.Candidate);
                break;
            case MustNotSitRule not:
                json.WriteString("candidate", not.Candidate);
                break;
            case ExclusionRule exclusion:
                json.WriteString("first", exclusion.First);
                json.WriteString("second", exclusion.Second);
                break;
        }
    }

    private static string[] Parameters(DelegationRule rule) => rule switch
    {
        SexShareRule => ["seats", "inChamber", "perThousand"],
        BothSexesRule => ["seats", "inChamber"],
        MandateRule => ["day", "acceptsAccountable"],
        QuotaRule => ["seats", "inChamber", "trait", "values", "least", "most"],
        MustSitRule => ["seats", "inChamber", "candidate"],
        MustNotSitRule => ["candidate"],
        ExclusionRule => ["first", "second"],
        _ => [],
    };

    private static SeatScope Scope(JsonPlace rule) => new(rule.Has("seats") ? rule.Word<SeatKind>("seats") : null, rule.Has("inChamber") ? rule.Word<Chamber>("inChamber") : null);

    private static SeatScope? ScopeOf(DelegationRule rule) => rule switch
    {
        SexShareRule share => share.Scope,
        BothSexesRule both => both.Scope,
        QuotaRule quota => quota.Scope,
        MustSitRule must => must.Scope,
        _ => null,
    };

    private static void Write(Utf8JsonWriter json, SeatScope scope)
    {
        if (scope.Kind is { } kind) json.WriteString("seats", JsonPlace.WordOf(kind));
        if (scope.Chamber is { } chamber) json.WriteString("inChamber", JsonPlace.WordOf(chamber));
    }

    private static void Write(Utf8JsonWriter json, QuotaRule quota)
    {
        json.WriteString("trait", JsonPlace.WordOf(quota.Trait));
        json.WriteStartArray("values");
        foreach (var value in quota.Values) json.WriteStringValue(value);
        json.WriteEndArray();
        if (quota.Least is { } least) json.WriteNumber("least", least);
        if (quota.Most is { } most) json.WriteNumber("most", most);
    }
}
