namespace Tessera.Web.SignOn;

/// <summary>Tells the paths of this portal from addresses that lead elsewhere.</summary>
public static class LocalPath
{
    /// <summary>Longer ones would make a cookie that browsers drop.</summary>
    public const int Longest = 1000;

    /// <summary>
    /// Whether a browser that is sent there stays on this host: one slash first, then neither slash nor backslash ("//host" and "/\host" are other hosts), and
    /// visible ASCII only, since browsers drop tabs and line ends before they look ("/\t/host").
    /// </summary>
    public static bool Is(string? path) =>
        path is ['/', ..] and { Length: <= Longest } && path is not ['/', '/', ..] && path.All(c => c is > ' ' and <= '~' and not '\\');
}
