using System.Globalization;
using System.Text.Json;

namespace Tessera.Planning.Delegations.Files;

/// <summary>A value of a JSON document with its place, so that what is refused can be found.</summary>
internal readonly record struct JsonPlace(JsonElement Value, string Place)
{
    /// <summary>The word of an enumeration's value: "political-group" for PoliticalGroup.</summary>
    public static string WordOf<T>(T value) where T : struct, Enum =>
        string.Concat($"{value}".Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    public FormatException Wrong(string what) => new($"{Place}: {what}");

    /// <summary>Refuses members of other names.</summary>
    public void Only(params string[] names)
    {
        if (Value.ValueKind != JsonValueKind.Object) throw Wrong("an object is expected");
        foreach (var member in Value.EnumerateObject())
        {
            if (!names.Contains(member.Name, StringComparer.Ordinal)) throw Wrong($"\"{member.Name}\" is not known here");
        }
    }

    public bool Has(string name) => Value.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public JsonPlace Object(string name) => Value.TryGetProperty(name, out var value) ? new JsonPlace(value, $"{Place}.{name}") : throw Wrong($"\"{name}\" is missing");

    /// <summary>The items of a list; none where it is missing.</summary>
    public IEnumerable<JsonPlace> List(string name)
    {
        if (!Has(name)) return [];
        var list = Object(name);
        if (list.Value.ValueKind != JsonValueKind.Array) throw list.Wrong("a list is expected");
        return list.Value.EnumerateArray().Select((v, i) => new JsonPlace(v, $"{list.Place}[{i}]"));
    }

    public string Text(string name) => Object(name).Text();

    public string? TextOr(string name) => Has(name) ? Text(name) : null;

    public int Number(string name)
    {
        var number = Object(name);
        return number.Value.ValueKind == JsonValueKind.Number && number.Value.TryGetInt32(out var value) ? value : throw number.Wrong("a whole number is expected");
    }

    public int? NumberOr(string name) => Has(name) ? Number(name) : null;

    public bool FlagOr(string name, bool otherwise)
    {
        if (!Has(name)) return otherwise;
        var flag = Object(name);
        return flag.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? flag.Value.GetBoolean() : throw flag.Wrong("true or false is expected");
    }

    public DateOnly? DayOr(string name)
    {
        if (!Has(name)) return null;
        return DateOnly.TryParseExact(Text(name), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Object(name).Wrong("a day like 2026-10-01 is expected");
    }

    public T Word<T>(string name) where T : struct, Enum => Object(name).Word<T>();

    public T WordOr<T>(string name, T otherwise) where T : struct, Enum => Has(name) ? Word<T>(name) : otherwise;

    public T Word<T>() where T : struct, Enum
    {
        var word = Text();
        foreach (var value in Enum.GetValues<T>())
        {
            if (WordOf(value) == word) return value;
        }

        throw Wrong($"one of {string.Join(", ", Enum.GetValues<T>().Select(WordOf))} is expected");
    }

    public string Text() => Value.ValueKind == JsonValueKind.String ? Value.GetString()! : throw Wrong("a text is expected");
}
