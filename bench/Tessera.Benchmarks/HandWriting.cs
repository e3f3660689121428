using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;

namespace Tessera.Benchmarks;

/// <summary>What pages that are written by hand share: the session's office, rows read one by one, texts in English.</summary>
internal static class HandWriting
{
    /// <summary>Says on whose rows the session works.</summary>
    public static NpgsqlBatchCommand SayOffice(string office) =>
        new("select set_config('tessera.office', (select id::text from office where slug = $1), false)") { Parameters = { new NpgsqlParameter<string> { TypedValue = office } } };

    public static async Task EachAsync(NpgsqlDataReader reader, Action<NpgsqlDataReader> row)
    {
        while (await reader.ReadAsync()) row(reader);
        await reader.NextResultAsync();
    }

    public static void Keep<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key, TValue value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        list.Add(value);
    }

    public static string Text(NpgsqlDataReader reader, int column)
    {
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(column))!;
        return HtmlEncoder.Default.Encode(texts.GetValueOrDefault("en") ?? texts.Values.FirstOrDefault() ?? "");
    }
}
