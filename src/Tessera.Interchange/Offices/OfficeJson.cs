using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Offices;

/// <summary>How an office file is bound to its records and written from them.</summary>
internal static class OfficeJson
{
    /// <summary>camelCase, letters unescaped, nothing that is empty.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        IndentSize = 2,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new LocalTextConverter(), new PartialDateConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsEmpty, TakeNullAsLeftOut } },
    };

    private static void TakeNullAsLeftOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Set is not { } set || property.PropertyType.IsValueType) continue;
            property.Set = (record, value) =>
            {
                if (value is not null) set(record, value);
            };
        }
    }

    private static void LeaveOutWhatIsEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.IsRequired) continue;
            if (property.PropertyType == typeof(LocalText)) property.ShouldSerialize = (_, value) => value is LocalText { IsEmpty: false };
            else if (property.PropertyType == typeof(bool)) property.ShouldSerialize = (_, value) => value is true;
            else if (property.PropertyType == typeof(ContactItem)) property.ShouldSerialize = (_, value) => value is ContactItem c && (c.Address.Count > 0 || (c.Website ?? c.Email ?? c.Phone) is not null);
            else if (typeof(System.Collections.IEnumerable).IsAssignableFrom(property.PropertyType) && property.PropertyType != typeof(string))
                property.ShouldSerialize = (_, value) => value is System.Collections.IEnumerable list && list.GetEnumerator().MoveNext();
        }
    }

    private sealed class LocalTextConverter : JsonConverter<LocalText>
    {
        public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options) ?? []);

        public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (text, language) in value) writer.WriteString(language, text);
            writer.WriteEndObject();
        }
    }

    private sealed class PartialDateConverter : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => PartialDate.ParseEdtf(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}

/// <summary>Writes an office file in its one canonical form: the same office is always the same bytes.</summary>
public static class OfficeFileWriter
{
    /// <summary>UTF-8, indented by two, ending with a line break.</summary>
    public static byte[] Write(OfficeFile file) => [.. JsonSerializer.SerializeToUtf8Bytes(file, OfficeJson.Options), (byte)'\n'];
}
