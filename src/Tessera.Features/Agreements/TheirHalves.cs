using Tessera.Domain.Vocabulary;
using Tessera.Features.Partners;
using Tessera.Interchange.Halves;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Agreements;

/// <summary>Brings together what a partner holds of our agreements and the agreements themselves.</summary>
public static class TheirHalves
{
    private const double Never = 1e9;

    private static readonly string[] Telling = ["signed", "signed-there", "signed-here", "in-force", "decided"];

    /// <summary>
    /// For each of our agreements that of theirs which fits best, by its place in their list: those of the same kind first, then the nearer date; each is proposed once.
    /// Every pair is compared: ours times theirs.
    /// </summary>
    public static IReadOnlyDictionary<string, int> Propose(IReadOnlyList<AgreementItem> ours, IReadOnlyList<TheirEntry> theirs)
    {
        var pairs = ours.SelectMany(o => theirs.Select((t, at) => (o.Key, At: at, IsOtherKind: t.Kind is not null && t.Kind != o.Kind, Days: Apart(o, t))));
        var proposed = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, at, _, _) in pairs.OrderBy(p => p.IsOtherKind).ThenBy(p => p.Days).ThenBy(p => p.At))
        {
            if (!proposed.ContainsKey(key) && !proposed.ContainsValue(at)) proposed[key] = at;
        }

        return proposed;
    }

    /// <summary>
    /// Our agreement with what they hold. What they do not say leaves what was known of it; a settlement stands while what it settled is the same.
    /// </summary>
    /// <param name="saidIn">What the data is called.</param>
    /// <param name="seenOn">Its date, or the day on which it was seen.</param>
    public static AgreementItem Take(AgreementItem ours, TheirEntry theirs, string saidIn, PartialDate seenOn)
    {
        var before = ours.Theirs ?? new TheirHalfItem();
        var now = before with { Kind = theirs.Kind ?? before.Kind, Decision = theirs.Decision ?? before.Decision, Date = DateOf(ours, theirs) ?? before.Date, Page = theirs.Page ?? before.Page };
        return ours with { Theirs = now with { SaidIn = saidIn, SeenOn = seenOn, Settled = now == before ? before.Settled : LocalText.Empty } };
    }

    /// <summary>The date they give for it: one that can be one of ours, else the most telling.</summary>
    public static PartialDate? DateOf(AgreementItem ours, TheirEntry theirs)
    {
        var known = DatesOf(ours).ToList();
        var ordered = theirs.Dates.OrderBy(d => Array.IndexOf(Telling, d.Role) is >= 0 and var rank ? rank : Telling.Length).Select(d => d.Date).ToList();
        return ordered.FirstOrDefault(d => known.Any(k => !k.CertainlyBefore(d) && !d.CertainlyBefore(k))) ?? ordered.FirstOrDefault();
    }

    /// <summary>Every date of one of our agreements, those of its steps among them.</summary>
    public static IEnumerable<PartialDate> DatesOf(AgreementItem ours) => PartnerReading.Life(ours).Dates.Select(d => d.Date);

    private static double Apart(AgreementItem ours, TheirEntry theirs)
    {
        var known = DatesOf(ours).Select(Day).OfType<int>().ToList();
        var said = theirs.Dates.Select(d => Day(d.Date)).OfType<int>().ToList();
        return known.Count == 0 || said.Count == 0 ? Never : known.Min(k => said.Min(s => Math.Abs(k - s)));
    }

    private static int? Day(PartialDate date) => (date.Earliest ?? date.Latest)?.DayNumber;
}
