using System.Text;

namespace Tessera.Features.Storage.Embedded;

/// <summary>The server's log: kept short, and read back when a start fails.</summary>
internal sealed class ServerLog(string file)
{
    private const long Largest = 5 * 1024 * 1024;
    private long _start;

    public string File { get; } = file;

    /// <summary>Moves a log that has grown too long out of the way (one older log is kept) and remembers where the new story begins.</summary>
    public void Begin()
    {
        var log = new FileInfo(File);
        _start = log.Exists ? log.Length : 0;
        if (_start > Largest)
        {
            log.MoveTo(File + ".1", overwrite: true);
            _start = 0;
        }
    }

    /// <summary>What the server said since <see cref="Begin"/>.</summary>
    public string Story()
    {
        using var stream = new FileStream(File, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = Math.Min(_start, stream.Length);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The line that says why, in a sentence: the last one that is an error, or else the last one.</summary>
    public static string Reason(string story)
    {
        var lines = story.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var line = Array.FindLast(lines, IsError) ?? lines.LastOrDefault() ?? "it said nothing";
        return line.EndsWith('.') ? line : line + ".";
    }

    public static bool SaysDiskFull(string story) =>
        story.Contains("No space left on device", StringComparison.Ordinal) || story.Contains("Disk quota exceeded", StringComparison.Ordinal);

    private static bool IsError(string line) =>
        line.Contains("FATAL:", StringComparison.Ordinal) || line.Contains("PANIC:", StringComparison.Ordinal)
        || line.Contains("error:", StringComparison.Ordinal);
}
