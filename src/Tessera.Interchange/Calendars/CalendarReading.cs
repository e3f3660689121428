using Tessera.Domain.Calendar;

namespace Tessera.Interchange.Calendars;

/// <summary>What of a calendar file was not understood or not taken.</summary>
/// <param name="Line">From 1, the first of a folded line; 0 where it is about the file.</param>
/// <param name="Code">One of <see cref="CalendarCodes"/>.</param>
/// <param name="Subject">The property, component or zone; at most 80 characters.</param>
public sealed record CalendarFinding(int Line, string Code, string Subject)
{
    /// <summary>What stands against it in the office, which says more; null when it is the file's own.</summary>
    public Offices.Finding? AtTheOffice { get; init; }
}

/// <summary>What was read of a calendar file; always something, whatever the file was.</summary>
public sealed record CalendarReading
{
    /// <summary>METHOD in capitals, of the first calendar that has one; empty where there is none.</summary>
    public string Method { get; init; } = "";

    /// <summary>The program that wrote it: PRODID.</summary>
    public string Product { get; init; } = "";

    /// <summary>What the calendar is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where floating times are by X-WR-TIMEZONE; null where the file does not say.</summary>
    public Zone? Zone { get; init; }

    /// <summary>Events and tasks in the file's order.</summary>
    public IReadOnlyList<CalendarEntry> Entries { get; init; } = [];

    public IReadOnlyList<FreeBusy> FreeBusy { get; init; } = [];

    /// <summary>In the file's order; at most <see cref="CalendarLimits.Findings"/>.</summary>
    public IReadOnlyList<CalendarFinding> Findings { get; init; } = [];
}
