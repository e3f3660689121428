using Tessera.Domain.Guests;
using Tessera.Domain.Tours;
using Tessera.Features.Calendar;
using Tessera.Features.Guests;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Tours;

/// <summary>What stands against the rules of a tour, and against an application.</summary>
internal static class TourChecks
{
    private const int FirstYear = 1950;

    /// <param name="standing">What was said when somebody had applied already; null while nobody has.</param>
    public static List<Finding> WhyNot(TourSettings settings, ActivityRecord activity, DateOnly today, bool isPossible, TourSettings? standing)
    {
        var (rules, wrong) = (settings.Rules, new List<Finding>());
        if (settings.IsOpen && !isPossible) wrong.Add(Finding.About("open", TourRefusal.NotForThis));
        if (rules.Places is < 1 or > TourLimits.Places) wrong.Add(Finding.About("places", TourRefusal.PlacesWrong));
        if (settings.MostPerAuthority is < 1 or > TourLimits.PerAuthority || settings.MostPerAuthority > rules.Places) wrong.Add(Finding.About("perAuthority", TourRefusal.PerAuthorityWrong));
        if (settings.IsOpen && (settings.Until < today || settings.Until > activity.FirstDay)) wrong.Add(Finding.About("until", TourRefusal.UntilWrong));
        if (rules.FreshYears is < 0 or > TourLimits.Years) wrong.Add(Finding.About("freshYears", TourRefusal.RuleWrong));
        if (rules.MostPerCounty is < 0 or > TourLimits.PerCounty) wrong.Add(Finding.About("perCounty", TourRefusal.RuleWrong));
        if (rules.SmallPlaces < 0 || rules.SmallPlaces > rules.Places) wrong.Add(Finding.About("smallPlaces", TourRefusal.SmallTooMany));
        if (rules.SmallPopulation is < 0 or > TourLimits.Population || (rules.SmallPlaces > 0 && rules.SmallPopulation == 0)) wrong.Add(Finding.About("smallPopulation", TourRefusal.RuleWrong));
        if (standing is null) return wrong;
        var stands = rules with { Places = standing.Rules.Places } == standing.Rules && rules.Places >= standing.Rules.Places && settings.MostPerAuthority == standing.MostPerAuthority;
        if (!stands) wrong.Add(Finding.About("places", TourRefusal.RulesStand));
        return wrong;
    }

    public static List<Finding> WhyNot(NewTourApplication application, int most, bool byOffice)
    {
        var wrong = WhyNotFacts(application.County, application.Population, null, 0);
        if (IsNoName(application.Authority)) wrong.Add(Finding.About("authority", TourRefusal.AuthorityMissing));
        if (IsNoName(application.Name)) wrong.Add(Finding.About("name", GuestRefusal.NameMissing));
        if (application.Email is { } email ? !GuestService.IsAddress(email) : !byOffice) wrong.Add(Finding.About("email", GuestRefusal.EmailWrong));
        if (application.Reply.Length > Keeping.LongestReply) wrong.Add(Finding.About("reply", GuestRefusal.TextTooLong));
        if (application.Participants.Count == 0 || application.Participants.Any(IsNoName)) wrong.Add(Finding.About("participants", TourRefusal.ParticipantsMissing));
        if (application.Participants.Count > most) wrong.Add(Finding.About("participants", TourRefusal.ParticipantsTooMany, ("most", most.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        return wrong;
    }

    public static List<Finding> WhyNotFacts(string county, int? population, int? lastTour, int thisYear)
    {
        var wrong = new List<Finding>();
        if (county.Length > Keeping.LongestName) wrong.Add(Finding.About("county", GuestRefusal.TextTooLong));
        if (population is < 0 or > TourLimits.Population) wrong.Add(Finding.About("population", TourRefusal.FactWrong));
        if (lastTour < FirstYear || lastTour > thisYear + 1) wrong.Add(Finding.About("lastTour", TourRefusal.FactWrong));
        return wrong;
    }

    /// <summary>Letters begin with the name: what carries an address of the web or line ends is nobody's.</summary>
    private static bool IsNoName(string name) =>
        name.Length is 0 or > Keeping.LongestName || name.Any(char.IsControl) || name.Contains("://", StringComparison.Ordinal) || name.Contains("www.", StringComparison.OrdinalIgnoreCase);
}
