using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Partners;

/// <summary>Makes two records of one partner one.</summary>
internal static class PartnerMerging
{
    /// <summary>The one that stays, with what only the other has; where both say something, the one that stays is right.</summary>
    public static PartnerItem Merge(PartnerItem stays, PartnerItem other)
    {
        var agreements = stays.Agreements.ToList();
        foreach (var agreement in other.Agreements) agreements.Add(agreement with { SignedWith = agreement.SignedWith ?? (other.Authority == stays.Authority ? null : other.Authority) });
        var facts = stays.Facts.ToList();
        foreach (var fact in other.Facts) facts.Add(fact with { Key = Keys.Of(fact.Key, fact.Key, k => facts.Any(x => x.Key == k)) });
        return stays with
        {
            Names = Both(stays.Names, other.Names),
            Note = Both(stays.Note, other.Note),
            Why = Both(stays.Why, other.Why),
            Address = stays.Address.Count > 0 ? stays.Address : other.Address,
            Websites = [.. stays.Websites.Union(other.Websites)],
            Fields = [.. stays.Fields.Union(other.Fields)],
            Facts = facts,
            Agreements = agreements,
        };
    }

    private static LocalText Both(LocalText first, LocalText second) =>
        new(second.Concat(first).Select(t => KeyValuePair.Create(t.Language, t.Text)));
}
