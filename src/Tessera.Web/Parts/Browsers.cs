namespace Tessera.Web.Parts;

/// <summary>Says in short what a browser calls itself at length.</summary>
public static class Browsers
{
    private static readonly (string Mark, string Name)[] Known = [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    private static readonly (string Mark, string Name)[] Systems = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    /// <summary>Such as "Firefox, Linux".</summary>
    public static string Name(string agent)
    {
        var browser = Known.FirstOrDefault(k => agent.Contains(k.Mark, StringComparison.Ordinal)).Name;
        var system = Systems.FirstOrDefault(s => agent.Contains(s.Mark, StringComparison.Ordinal)).Name;
        var both = string.Join(", ", new[] { browser, system }.Where(p => p is not null));
        return both.Length > 0 ? both : agent.Length > 40 ? agent[..40] : agent.Length > 0 ? agent : "?";
    }
}
