using System.Collections.Concurrent;
using System.Globalization;

namespace Tessera.Web.Parts;

/// <summary>Countries' names in the languages of the world, by ICU's data; where the field says otherwise, by the field's.</summary>
public static class CountryNames
{
    /// <summary>ICU's Hungarian calls it "Moldova", as the Romanian region is called too; the field writes the state's name out.</summary>
    private static readonly ConcurrentDictionary<(string Country, string Language), string> Known = new() { [("MD", "hu")] = "Moldovai Köztársaság" };

    /// <summary>The name, or the code itself where there is no such country.</summary>
    public static string Of(string country, string language) => Known.GetOrAdd((country, language), Find);

    /// <summary>ICU names a culture as "English (Hungary)"; the country is what stands in the brackets.</summary>
    private static string Find((string Country, string Language) wanted)
    {
        if (wanted.Country.Length != 2) return wanted.Country;
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(wanted.Language);
            var name = new CultureInfo("en-" + wanted.Country).DisplayName;
            var (open, close) = (name.IndexOf('(', StringComparison.Ordinal), name.LastIndexOf(')'));
            return open > 0 && close > open ? name[(open + 1)..close] : wanted.Country;
        }
        catch (CultureNotFoundException)
        {
            return wanted.Country;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
