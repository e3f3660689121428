namespace Tessera.Web.Tests.SignOn;

/// <summary>The machine's time, put forward or back.</summary>
public sealed class TestClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
