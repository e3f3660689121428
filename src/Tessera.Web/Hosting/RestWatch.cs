namespace Tessera.Web.Hosting;

/// <summary>Says when it is time to give memory back: at the first rest after work. In bytes allocated since the program began.</summary>
/// <param name="allocated">By now.</param>
public sealed class RestWatch(long allocated)
{
    /// <summary>Up to here a pause was a rest.</summary>
    public const long AtRest = 1 << 20;

    /// <summary>From here on there is something to give back.</summary>
    public const long Work = 8 << 20;

    private long _last = allocated;
    private long _collected;

    /// <summary>To be asked after each pause.</summary>
    /// <param name="allocated">By now; never less than before.</param>
    public bool IsTime(long allocated)
    {
        var (rested, worked) = (allocated - _last <= AtRest, allocated - _collected >= Work);
        _last = allocated;
        if (!rested || !worked) return false;
        _collected = allocated;
        return true;
    }
}
