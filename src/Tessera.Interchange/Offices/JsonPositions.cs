using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Tessera.Interchange.Offices;

/// <summary>Where each member of a JSON text stands, and which members an object repeats. One walk over the text.</summary>
internal sealed class JsonPositions
{
    private readonly Dictionary<string, long> _offsets = new(StringComparer.Ordinal);
    private readonly List<int> _lineStarts = [0];

    private JsonPositions(ReadOnlySpan<byte> utf8)
    {
        for (var at = 0; at < utf8.Length; at++)
        {
            if (utf8[at] == '\n') _lineStarts.Add(at + 1);
        }
    }

    /// <summary>Paths of members that stand twice in their object.</summary>
    public List<string> Repeated { get; } = [];

    /// <summary>Walks the text, which must be well formed.</summary>
    public static JsonPositions Of(ReadOnlySpan<byte> utf8)
    {
        var positions = new JsonPositions(utf8);
        positions.Walk(utf8);
        return positions;
    }

    /// <summary>Line and column, from 1, of a path; of the nearest thing around it where the path itself is not there.</summary>
    public (int Line, int Column) Of(string path)
    {
        while (path.Length > 0 && !_offsets.ContainsKey(path)) path = Parent(path);
        return At(_offsets.GetValueOrDefault(path));
    }

    /// <summary>Line and column, from 1, of a byte.</summary>
    public (int Line, int Column) At(long offset)
    {
        var found = _lineStarts.BinarySearch((int)offset);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, (int)offset - _lineStarts[line] + 1);
    }

    private static string Parent(string path)
    {
        var end = Math.Max(path.LastIndexOf('.'), path.LastIndexOf('['));
        return end < 0 ? "" : path[..end];
    }

    private void Walk(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        var frames = new Stack<Frame>();
        var name = "";
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                frames.Pop();
                continue;
            }

            if (reader.TokenType is JsonTokenType.PropertyName)
            {
                name = Join(frames.Peek().Path, reader.GetString()!);
                if (!_offsets.TryAdd(name, reader.TokenStartIndex)) Repeated.Add(name);
                continue;
            }

            var path = PathOfValue(frames, name);
            _offsets.TryAdd(path, reader.TokenStartIndex);
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) frames.Push(new Frame(path, reader.TokenType is JsonTokenType.StartArray));
        }
    }

    private static string PathOfValue(Stack<Frame> frames, string name)
    {
        if (frames.Count == 0) return "";
        var frame = frames.Peek();
        return frame.IsArray ? new StringBuilder(frame.Path).Append('[').Append((frame.Next++).ToString(CultureInfo.InvariantCulture)).Append(']').ToString() : name;
    }

    private static string Join(string path, string member) => path.Length == 0 ? member : path + "." + member;

    private sealed class Frame(string path, bool isArray)
    {
        public string Path => path;

        public bool IsArray => isArray;

        public int Next { get; set; }
    }
}
