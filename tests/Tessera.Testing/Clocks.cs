namespace Tessera.Testing;

/// <summary>A clock that stands where a test puts it. Its timers are the machine's.</summary>
public sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>A clock and timers that go so many times faster than the machine's.</summary>
public sealed class FastClock(double factor) : TimeProvider
{
    private readonly DateTimeOffset _begun = System.GetUtcNow();

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _begun + ((System.GetUtcNow() - _begun) * factor);

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(callback, state, Shortened(dueTime), Shortened(period));

    private TimeSpan Shortened(TimeSpan time) => time < TimeSpan.Zero ? time : time / factor;
}
