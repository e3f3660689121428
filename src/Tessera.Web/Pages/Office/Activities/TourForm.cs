using System.Globalization;
using Tessera.Domain.Tours;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Tours;
using Tessera.Planning.Tours;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>The rules of a study tour as they stand in the form.</summary>
public sealed record TourForm(bool IsOpen, string Places, string PerAuthority, string Until, string FreshYears, string PerCounty, string SmallPlaces, string SmallPopulation, LocalText Question)
{
    /// <summary>The form of a tour for which nothing was said yet.</summary>
    public static readonly TourForm Empty = new(false, "", "2", "", "3", "2", "0", "1000", LocalText.Empty);

    /// <summary>The form of what was said.</summary>
    public static TourForm Of(TourSettings said, string language) => new(
        said.IsOpen, Text(said.Rules.Places), Text(said.MostPerAuthority), DateInput.Of(PartialDate.OfDay(said.Until), language), Text(said.Rules.FreshYears), Text(said.Rules.MostPerCounty), Text(said.Rules.SmallPlaces),
        Text(said.Rules.SmallPopulation), said.Question);

    /// <summary>The form as it was sent.</summary>
    public static TourForm Of(IFormCollection form) => new(
        form["open"].Contains("true"), Of(form, "places"), Of(form, "perAuthority"), Of(form, "until"), Of(form, "freshYears"), Of(form, "perCounty"), Of(form, "smallPlaces"), Of(form, "smallPopulation"),
        FormTexts.Local(form, "question"));

    /// <summary>What it says; what cannot be read is among the errors.</summary>
    public TourSettings? Read(string language, Texts texts, FormErrors errors)
    {
        var day = DateInput.Read(Until, "until", language, texts, errors) is { Earliest: { } earliest } read && read.Latest == earliest ? earliest : (DateOnly?)null;
        if (day is null && !errors.Any) errors.Add("until", texts["refusal." + TourRefusal.UntilWrong]);
        int Number(string typed, string field) => FormTexts.Number(typed, field, texts, errors) ?? 0;
        var rules = new TourRules(Number(Places, "places"), Number(FreshYears, "freshYears"), Number(PerCounty, "perCounty"), Number(SmallPlaces, "smallPlaces"), Number(SmallPopulation, "smallPopulation"));
        var most = Number(PerAuthority, "perAuthority");
        return day is null || errors.Any ? null : new TourSettings(IsOpen, rules, most, day.Value, Question);
    }

    private static string Of(IFormCollection form, string name) => form[name].ToString().Trim();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
