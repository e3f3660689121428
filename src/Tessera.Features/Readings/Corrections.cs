using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Features.History;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Reading;

namespace Tessera.Features.Readings;

/// <summary>Compares what was read with what was taken, and with what was read before.</summary>
internal static class Corrections
{
    /// <summary>The fields that somebody corrected, as the history writes fields.</summary>
    public static List<FieldChangeRow> Between(ReadPartner read, ReadPartner taken)
    {
        var (before, after) = (Node(read), Node(taken));
        return [.. before.Select(p => p.Key).Union(after.Select(p => p.Key)).Where(f => !JsonNode.DeepEquals(before[f], after[f])).Select(f => new FieldChangeRow(f, Text(before[f]), Text(after[f])))];
    }

    /// <summary>What a proposal says, without where it stands and how sure it is: two versions of a page that say the same have the same.</summary>
    public static string Essence(Proposal proposal) => OfficeItems.Write(proposal with { Spans = [], Because = [], Directory = [], Confidence = 0 });

    private static JsonObject Node(ReadPartner partner) => JsonNode.Parse(OfficeItems.Write(partner))!.AsObject();

    private static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.String => value.GetValue<string>(),
        _ => node.ToJsonString(),
    };
}
