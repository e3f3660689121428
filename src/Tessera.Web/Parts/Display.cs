using System.Globalization;
using Tessera.Domain.Agreements;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Partners;
using Tessera.Interchange.Documents;
using Tessera.Interchange.Offices;

namespace Tessera.Web.Parts;

/// <summary>How values are shown to a reader: dates, numbers, countries and texts in the reader's language.</summary>
public sealed class Display(RequestTexts request)
{
    private Texts Words => request.Texts;

    /// <summary>The reader's alphabet.</summary>
    public IComparer<string> Alphabet => Words.Culture.CompareInfo.GetStringComparer(CompareOptions.None);

    /// <summary>A date exactly as precise as known; "not stated" when there is none.</summary>
    public string Date(PartialDate? date) => date?.Print(Words.Language) ?? Words["unknown"];

    /// <summary>The day of a moment.</summary>
    public string Moment(DateTimeOffset moment) => PartialDate.OfDay(DateOnly.FromDateTime(moment.UtcDateTime)).Print(Words.Language);

    /// <summary>A moment to the minute, in UTC.</summary>
    public string Time(DateTimeOffset moment) => $"{Moment(moment)}, {moment.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC";

    public string Number(int number) => number.ToString("N0", Words.Culture);

    /// <summary>A size of a file.</summary>
    public string Bytes(long bytes) => bytes < 1024 * 1024 ? $"{Number((int)Math.Max(1, bytes / 1024))} kB" : $"{(bytes / 1024m / 1024m).ToString("#,##0.0", Words.Culture)} MB";

    /// <summary>What a file is, by the ending that people know.</summary>
    public static string FileKind(DocumentKind kind) => kind is DocumentKind.PlainText ? "TXT" : kind.ToString().ToUpperInvariant();

    /// <summary>Without trailing noughts.</summary>
    public string Number(decimal number) => number.ToString("#,##0.######", Words.Culture);

    public string Country(string? country) => country is { Length: > 0 } ? CountryNames.Of(country, Words.Language) : Words["unknown"];

    /// <summary>Every country to choose from, by the reader's alphabet.</summary>
    public IEnumerable<Choice> Countries => CountryList.All.Select(c => new Choice(c, Country(c))).OrderBy(c => c.Label, Alphabet);

    /// <summary>A language's name in the reader's language.</summary>
    public string Language(string tag)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = Words.Culture;
            return CultureInfo.GetCultureInfo(tag).DisplayName;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>A text in the first language of the reader's chain that it has.</summary>
    public SpokenText? Text(LocalText text) => text.For(request.Chain);

    /// <summary>The same as a page shows it, for lists of hundreds: a <c>&lt;local&gt;</c> costs ten times as much.</summary>
    public LocalHtml Local(LocalText text) => new(Text(text), Words);

    /// <summary>How an agreement stands, as a badge.</summary>
    public StandingHtml Standing(AgreementStanding? standing) => new(standing, Words);

    /// <summary>Several texts with commas.</summary>
    public string List(IEnumerable<LocalText> several) => string.Join(", ", several.Select(t => Text(t)?.Text).Where(t => t is not null));

    /// <summary>A base fact's figure with its unit.</summary>
    public string Figure(BaseFactView fact)
    {
        var figure = Words.With("fact.unit-" + fact.Unit, fact.Value ?? 0, ("value", Number(fact.Value ?? 0)));
        return fact.About ? Words.With("fact.about", ("figure", figure)) : figure;
    }
}
