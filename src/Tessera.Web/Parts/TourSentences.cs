using Tessera.Features.Tours;
using Tessera.Interchange.Offices;
using Tessera.Planning.Tours;

namespace Tessera.Web.Parts;

/// <summary>Says the rules of a study tour and why somebody is in or waits, so that anybody can check it.</summary>
public static class TourSentences
{
    /// <summary>Letters of a lot that a table shows; more of them never decide in practice.</summary>
    public const int ShownOfLot = 12;

    /// <summary>The rules in the order in which they hold.</summary>
    public static IEnumerable<string> Rules(TourSettings settings, Texts texts, Display display)
    {
        var rules = settings.Rules;
        yield return texts.With("tour.rule-places", ("places", display.Number(rules.Places)), ("most", display.Number(settings.MostPerAuthority)));
        if (rules.SmallPlaces > 0) yield return texts.With("tour.rule-small", ("places", display.Number(rules.SmallPlaces)), ("population", display.Number(rules.SmallPopulation)));
        if (rules.FreshYears > 0) yield return texts["tour.rule-fresh", rules.FreshYears];
        if (rules.MostPerCounty > 0) yield return texts["tour.rule-county", rules.MostPerCounty];
        yield return texts["tour.rule-lot"];
    }

    /// <summary>Why an authority is in, or waits.</summary>
    public static string Why(TourAnswer answer, TourRules rules, Texts texts, Display display)
    {
        var decision = answer.Decision;
        var said = texts.With(
            "tour.why-" + Words<TourReason>.Write(decision.Reason), ("position", display.Number(decision.Position)), ("free", display.Number(Math.Max(0, decision.Free))), ("people", display.Number(answer.Application.People)),
            ("most", display.Number(rules.MostPerCounty)), ("county", answer.Application.County), ("population", display.Number(rules.SmallPopulation)));
        if (rules.FreshYears == 0 || decision.IsFresh) return said;
        return $"{said} {texts.With("tour.lately", ("year", answer.LastTour?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""))}";
    }
}
