using Tessera.Domain.Calendar;

namespace Tessera.Domain.Tests.Calendar;

/// <summary>The zones that the tests use.</summary>
internal static class Zones
{
    public static Zone Budapest { get; } = Of("Europe/Budapest");

    public static Zone NewYork { get; } = Of("America/New_York");

    public static Zone Of(string name) => Zone.Of(TimeZoneInfo.FindSystemTimeZoneById(name));
}
