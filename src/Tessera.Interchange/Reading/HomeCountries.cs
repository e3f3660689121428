namespace Tessera.Interchange.Reading;

/// <summary>The country in which a page of a language was most likely written, where nothing else tells.</summary>
internal static class HomeCountries
{
    private const string Pairs = "hu=HU sv=SE ro=RO de=DE fr=FR it=IT es=ES ca=ES pt=PT nl=NL pl=PL cs=CZ sk=SK et=EE fi=FI lv=LV lt=LT da=DK no=NO hr=HR sr=RS sl=SI el=GR bg=BG uk=UA ru=RU tr=TR is=IS ga=IE en=GB";

    private static readonly Dictionary<string, string> ByLanguage = Pairs.Split(' ').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]);

    public static string? Of(string? language) => language is null ? null : ByLanguage.GetValueOrDefault(language);
}
