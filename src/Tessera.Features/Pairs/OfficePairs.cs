using Tessera.Domain.Authorities;
using Tessera.Domain.Offices;
using Tessera.Domain.Partners;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Reconciliation;

namespace Tessera.Features.Pairs;

/// <summary>The pairs of one office as they are decided on, one after another: what its register holds, and what has been taken so far.</summary>
internal sealed class OfficePairs(PairOffice office)
{
    private readonly HashSet<string> _partners = [];
    private readonly HashSet<string> _decided = [];
    private readonly HashSet<string> _keys = [];
    private int _number;

    /// <summary>Whose pairs they are.</summary>
    public PairOffice Office => office;

    /// <summary>Of what kind the other authorities are taken to be: a register does not say; who is paired with a county is one.</summary>
    public AuthorityKind Kind => office.Kind switch { OfficeKind.County => AuthorityKind.County, OfficeKind.Region => AuthorityKind.Region, OfficeKind.Association => AuthorityKind.Association, _ => AuthorityKind.Municipality };

    /// <summary>Of what kind the partners are.</summary>
    public PartnerKind PartnerKind => office.Kind switch { OfficeKind.County or OfficeKind.Region => PartnerKind.SisterCounty, OfficeKind.Association => PartnerKind.SisterAssociation, _ => PartnerKind.TwinTown };

    /// <summary>Has the office read the same file before, and not undone it?</summary>
    public bool HasReadBefore { get; set; }

    /// <summary>The reading under which the pairs are kept; null while there is none.</summary>
    public Guid? Reading { get; set; }

    /// <summary>The source that the partners are given; null while there is none.</summary>
    public Guid? Source { get; set; }

    /// <summary>Proposals of the reading so far.</summary>
    public int Items { get; set; }

    /// <summary>Letters of the reading's text so far.</summary>
    public int TextLength { get; set; }

    /// <summary>Partners that the office has, archived ones too.</summary>
    public void Know(string key, int number, IEnumerable<string> identity)
    {
        _keys.Add(key);
        _number = Math.Max(_number, number);
        _partners.UnionWith(identity);
    }

    /// <summary>What becomes of a pair, and what stands against it where it waits.</summary>
    public (PairAnswer Answer, RegisterDoubt? Doubt) Decide(StatedPair pair)
    {
        if (pair.Keys.Any(_partners.Contains)) return (pair.IsOurs ? PairAnswer.Same : PairAnswer.Elsewhere, null);
        if (pair.Keys.Any(_decided.Contains)) return (pair.IsOurs ? PairAnswer.Twice : PairAnswer.Elsewhere, null);
        _decided.UnionWith(pair.Keys);
        if (!pair.IsOurs) return (PairAnswer.TheirsOnly, pair.Doubt ?? new RegisterDoubt(RegisterReasons.OnlyRegisterFromTheirs, new Dictionary<string, string>()));
        return pair.Doubt is { } doubt ? (PairAnswer.Waiting, doubt) : (PairAnswer.Taken, null);
    }

    /// <summary>The key and the number of the next partner.</summary>
    public (string Key, int Number) Next(string name)
    {
        var key = Keys.Of(name, "partner", _keys.Contains);
        _keys.Add(key);
        return (key, ++_number);
    }
}
