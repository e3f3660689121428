namespace Tessera.Interchange.Reading;

/// <summary>The country in which a page of a language was most likely written, where nothing else tells.</summary>
internal static class HomeCountries
{
    private const string Pairs = "hu=HU sv=SE ro=RO de=DE fr=FR it=IT es=ES ca=ES pt=PT nl=NL pl=PL cs=CZ sk=SK et=EE fi=FI lv=LV lt=LT da=DK no=NO hr=HR sr=RS sl=SI el=GR bg=BG uk=UA ru=RU tr=TR is=IS ga=IE en=GB";

    /// <summary>Further countries with one language of all their towns; where towns have one or the other, nothing can be told.</summary>
    private const string Others = "AT=de LI=de MD=ro BR=pt AR=es CL=es MX=es CY=el SM=it MC=fr US=en AU=en NZ=en";

    private static readonly Dictionary<string, string> ByLanguage = Pairs.Split(' ').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]);

    private static readonly Dictionary<string, string> ByCountry =
        ByLanguage.Where(p => p.Key is not ("ca" or "ga")).Select(p => (Country: p.Value, Language: p.Key)).Concat(Others.Split(' ').Select(o => o.Split('=')).Select(o => (Country: o[0], Language: o[1]))).ToDictionary(p => p.Country, p => p.Language);

    /// <summary>The language in which the towns of a country are usually called; null where it has several, or it is not known.</summary>
    public static string? LanguageOf(string country) => ByCountry.GetValueOrDefault(country);

    public static string? Of(string? language) => language is null ? null : ByLanguage.GetValueOrDefault(language);
}
