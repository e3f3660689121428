using Tessera.Interchange.Calendars;
using Tessera.Interchange.Offices;

namespace Tessera.Web.Parts;

/// <summary>The sentences of refusals.</summary>
public static class Refusals
{
    /// <summary>The codes whose sentences stand among the refusals of forms.</summary>
    private static readonly string[] UnderRefusals = ["document.", "activity.", "recurrence.", "guest.", "registration.", "invitation.", "calendar.", "coordination.", "news.", "membership.", "delegation.", "tour."];

    /// <summary>What is wrong, where, and what would be right, in the reader's language.</summary>
    public static string Sentence(Finding finding, Texts texts) =>
        texts.With(UnderRefusals.Any(p => finding.Code.StartsWith(p, StringComparison.Ordinal)) ? "refusal." + finding.Code : finding.Code, [.. finding.Arguments.Select(a => (a.Key, a.Value))]);

    /// <summary>What is wrong with an entry of a calendar file.</summary>
    public static string Sentence(CalendarFinding finding, Texts texts) =>
        Sentence(finding.AtTheOffice ?? Finding.About("", finding.Code, ("subject", finding.Subject)), texts);
}
