namespace Tessera.Interchange.Calendars;

/// <summary>What stands on top of a calendar that is written.</summary>
/// <param name="Product">The program: PRODID, such as <c>-//Tessera//EN</c>.</param>
public sealed record CalendarHead(string Product)
{
    /// <summary>What the calendar is called, for those who subscribe to it; empty where it needs no name.</summary>
    public string Name { get; init; } = "";

    /// <summary>METHOD; empty of a file that asks nothing of anybody.</summary>
    public string Method { get; init; } = "";

    /// <summary>How often a subscriber should ask again; null says nothing.</summary>
    public TimeSpan? Refresh { get; init; }
}
