using System.Text.Json;
using System.Text.Json.Serialization;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Delegations;

/// <summary>An enumeration in JSON as a word in kebab case, as everywhere else.</summary>
public sealed class WordJson<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    /// <inheritdoc />
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Words<TEnum>.Parse(reader.GetString()!);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WriteStringValue(Words<TEnum>.Write(value));
}
