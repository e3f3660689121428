using Tessera.Domain.Vocabulary;
using Tessera.Features.Tours;

namespace Tessera.Web.Parts;

/// <summary>An authority's application as it stands in a form.</summary>
/// <param name="Participants">One name a line.</param>
/// <param name="Language">In which letters to it are written.</param>
public sealed record TourApplicationForm(string Authority, string County, string Population, string Name, string Email, string Reply, string Participants, string Language)
{
    /// <summary>An empty form.</summary>
    public static TourApplicationForm Empty(string language) => new("", "", "", "", "", "", "", language);

    /// <summary>The form as it was sent.</summary>
    public static TourApplicationForm Of(IFormCollection form, string language)
    {
        string Of(string name) => form[name].ToString().Trim();
        return new TourApplicationForm(
            Of("authority"), Of("county"), Of("population"), Of("name"), Of("email"), Of("reply"), form["participants"].ToString(), Languages.IsInterface(Of("language")) ? Of("language") : language);
    }

    /// <summary>What it says; a population that is no number is among the errors.</summary>
    public NewTourApplication Read(Texts texts, FormErrors errors) => new(
        Authority, County, FormTexts.Number(Population, "population", texts, errors), Name, FormTexts.OrNull(Email), Reply, FormTexts.Lines(Participants), Language);
}
