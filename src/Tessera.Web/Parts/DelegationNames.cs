using Tessera.Domain.Vocabulary;
using Tessera.Features.Delegations;
using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;

namespace Tessera.Web.Parts;

/// <summary>How a delegation and what belongs to it are called in the reader's language.</summary>
public sealed class DelegationNames(DelegationView delegation, Texts texts, Display display)
{
    private readonly Dictionary<string, DelegationPerson> _people = delegation.People.ToDictionary(p => DelegationModels.KeyOf(p.Id));

    /// <summary>The sentences about its composition.</summary>
    public DelegationSentences Sentences => new(texts, Person, (rule, _) => Rule(rule));

    /// <summary>A body by the catalogue's name, or its own.</summary>
    public static string Body(string body, LocalText names, Texts texts, Display display) =>
        DelegationTermsCheck.Bodies.Contains(body) ? texts["delegation-body." + body] : display.Text(names)?.Text ?? body;

    /// <summary>A person by her key in the model.</summary>
    public string Person(string key) => _people.TryGetValue(key, out var person) ? person.Name : key;

    /// <summary>An association by its key; empty for null.</summary>
    public string Proposer(string? key) => key is null ? "" : delegation.Proposers.FirstOrDefault(p => p.Key == key) is { } proposer ? display.Text(proposer.Names)?.Text ?? key : key;

    /// <summary>A rule by its identity in the model.</summary>
    public string Rule(string id)
    {
        if (id.StartsWith(DelegationModels.Held, StringComparison.Ordinal)) return texts.With("delegation-desk.rule-held", ("name", Person(id[DelegationModels.Held.Length..])));
        if (!id.StartsWith("quota-", StringComparison.Ordinal)) return texts["delegation-desk.rule-" + id];
        var number = int.Parse(id["quota-".Length..], System.Globalization.CultureInfo.InvariantCulture);
        return delegation.Terms.Rules.Quotas.ElementAtOrDefault(number - 1) is { } quota ? Quota(quota) : id;
    }

    /// <summary>A quota by whom it counts.</summary>
    public string Quota(QuotaItem quota) => texts.With(
        quota.Kind is null ? "delegation-desk.rule-quota" : "delegation-desk.rule-quota-of",
        ("trait", texts.Of(quota.Trait)), ("values", string.Join(", ", quota.Values.Select(v => Value(quota.Trait, v)))),
        ("kind", quota.Kind is { } kind ? texts.Of(Words<SeatKind>.Parse(kind)) : ""));

    /// <summary>What a quota counts, as people call it.</summary>
    public string Value(Trait trait, string value) => trait switch
    {
        Trait.Association => Proposer(value),
        Trait.Authority => Words<AuthorityLevel>.TryParse(value, out var level) ? texts.Of(level) : value,
        _ => value,
    };
}
