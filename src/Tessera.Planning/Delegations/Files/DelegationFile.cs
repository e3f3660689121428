using System.Globalization;
using System.Text.Json;

namespace Tessera.Planning.Delegations.Files;

/// <summary>
/// A delegation's model and, where there is one, its composition as JSON; docs/schema/delegation-1.schema.json describes the form. Members that the form does not
/// know are refused, so that a misspelt rule is not silently left out.
/// </summary>
/// <param name="Composition">Null where the file has none.</param>
public sealed record DelegationFile(DelegationModel Model, IReadOnlyList<Seating>? Composition)
{
    private const string Form = "delegation-1";

    /// <summary>Reads a file. Refused by FormatException, whose message is the place and what is wrong there.</summary>
    public static DelegationFile Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var file = new JsonPlace(document.RootElement, "$");
            file.Only("form", "blocks", "candidates", "rules", "balance", "composition");
            if (file.Text("form") != Form) throw file.Wrong($"form is not {Form}");
            var model = new DelegationModel(
                file.List("blocks").Select(Block), file.List("candidates").Select(Person), file.List("rules").Select(RuleFile.Read), file.List("balance").Select(b => b.Word<Trait>()));
            return new DelegationFile(model, file.Has("composition") ? [.. file.List("composition").Select(Seat)] : null);
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }

    /// <summary>Writes the form that <see cref="Read"/> reads.</summary>
    public void Write(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("form", Form);
        Write(json, "blocks", Model.Blocks, b => WriteBlock(json, b));
        Write(json, "candidates", Model.Candidates, c => WritePerson(json, c));
        Write(json, "rules", Model.Rules, r => RuleFile.Write(json, r));
        json.WriteStartArray("balance");
        foreach (var trait in Model.Balance) json.WriteStringValue(JsonPlace.WordOf(trait));
        json.WriteEndArray();
        if (Composition is not null) Write(json, "composition", Composition, s => WriteSeating(json, s));
        json.WriteEndObject();
    }

    /// <summary>Writes a seating as an object's members.</summary>
    public static void WriteSeating(Utf8JsonWriter json, Seating seating)
    {
        json.WriteString("candidate", seating.Candidate);
        json.WriteString("kind", JsonPlace.WordOf(seating.Kind));
        if (seating.Chamber != Chamber.None) json.WriteString("chamber", JsonPlace.WordOf(seating.Chamber));
    }

    private static SeatBlock Block(JsonPlace block)
    {
        block.Only("delegation", "kind", "chamber", "seats");
        return new SeatBlock(block.TextOr("delegation") ?? "", block.Word<SeatKind>("kind"), block.WordOr("chamber", Chamber.None), block.Number("seats"));
    }

    private static Seating Seat(JsonPlace seat)
    {
        seat.Only("candidate", "kind", "chamber");
        return new Seating(seat.Text("candidate"), seat.Word<SeatKind>("kind"), seat.WordOr("chamber", Chamber.None));
    }

    private static Candidate Person(JsonPlace person)
    {
        person.Only("key", "sex", "mandate", "authority", "delegation", "association", "region", "politicalGroup", "points");
        var points = person.Has("points") ? person.Object("points") : (JsonPlace?)null;
        points?.Only("representative", "substitute");
        var mandate = person.Object("mandate");
        mandate.Only("kind", "since", "until");
        return new Candidate(
            person.Text("key"), person.WordOr("sex", Sex.Unstated), new Mandate(mandate.Word<MandateKind>("kind"), mandate.DayOr("since"), mandate.DayOr("until")),
            person.Word<AuthorityLevel>("authority"), person.TextOr("delegation") ?? "")
        {
            Association = person.TextOr("association"),
            Region = person.TextOr("region"),
            PoliticalGroup = person.TextOr("politicalGroup"),
            RepresentativePoints = points is { } r ? r.NumberOr("representative") : 0,
            SubstitutePoints = points is { } s ? s.NumberOr("substitute") : 0,
        };
    }

    private static void WriteBlock(Utf8JsonWriter json, SeatBlock block)
    {
        if (block.Delegation.Length > 0) json.WriteString("delegation", block.Delegation);
        json.WriteString("kind", JsonPlace.WordOf(block.Kind));
        if (block.Chamber != Chamber.None) json.WriteString("chamber", JsonPlace.WordOf(block.Chamber));
        json.WriteNumber("seats", block.Seats);
    }

    private static void WritePerson(Utf8JsonWriter json, Candidate person)
    {
        json.WriteString("key", person.Key);
        if (person.Delegation.Length > 0) json.WriteString("delegation", person.Delegation);
        json.WriteString("sex", JsonPlace.WordOf(person.Sex));
        json.WriteStartObject("mandate");
        json.WriteString("kind", JsonPlace.WordOf(person.Mandate.Kind));
        if (person.Mandate.Since is { } since) json.WriteString("since", since.ToString("O", CultureInfo.InvariantCulture));
        if (person.Mandate.Until is { } until) json.WriteString("until", until.ToString("O", CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteString("authority", JsonPlace.WordOf(person.Authority));
        if (person.Association is not null) json.WriteString("association", person.Association);
        if (person.Region is not null) json.WriteString("region", person.Region);
        if (person.PoliticalGroup is not null) json.WriteString("politicalGroup", person.PoliticalGroup);
        json.WriteStartObject("points");
        if (person.RepresentativePoints is { } representative) json.WriteNumber("representative", representative);
        if (person.SubstitutePoints is { } substitute) json.WriteNumber("substitute", substitute);
        json.WriteEndObject();
    }

    private static void Write<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> members)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
