using System.Text.Encodings.Web;
using System.Text.Json;
using Tessera.Planning.Delegations.Checking;
using Tessera.Planning.Delegations.Composing;

namespace Tessera.Planning.Delegations.Files;

/// <summary>Checks and proposals as JSON; docs/schema/delegation-answer-1.schema.json describes the form.</summary>
public static class AnswerFile
{
    /// <summary>Writes a check.</summary>
    public static void Write(Stream stream, CheckedComposition check) => Write(stream, json =>
    {
        json.WriteBoolean("allowed", check.IsAllowed);
        List(json, "verdicts", check.Verdicts, v => Verdict(json, v));
        List(json, "broken", check.Broken, b =>
        {
            json.WriteString("rule", b.Verdict.Rule);
            json.WriteString("delegation", b.Verdict.Delegation);
            ExchangeOr(json, "exchange", b.Exchange);
        });
        ExchangeOr(json, "repair", check.Repair);
    });

    /// <summary>Writes a proposal.</summary>
    public static void Write(Stream stream, CompositionProposal proposal) => Write(stream, json =>
    {
        if (proposal.Best is null) json.WriteNull("best");
        else
        {
            json.WriteStartObject("best");
            Composed(json, proposal.Best);
            json.WriteEndObject();
        }

        List(json, "alternatives", proposal.Alternatives, a => Composed(json, a));
        if (proposal.Conflict is null) json.WriteNull("conflict");
        else
        {
            json.WriteStartObject("conflict");
            json.WriteBoolean("smallest", proposal.Conflict.IsSmallest);
            List(json, "rules", proposal.Conflict.Rules, r =>
            {
                json.WriteString("rule", r.Rule);
                json.WriteString("code", r.Code);
                json.WriteString("delegation", r.Delegation);
            });
            json.WriteEndObject();
        }

        json.WriteNumber("nodes", proposal.Nodes);
    });

    private static void Write(Stream stream, Action<Utf8JsonWriter> members)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    }

    private static void Composed(Utf8JsonWriter json, ComposedDelegation composed)
    {
        json.WriteBoolean("proven", composed.IsProven);
        json.WriteNumber("vacantSeats", composed.VacantSeats);
        json.WriteNumber("brokenWarnings", composed.BrokenWarnings);
        json.WriteNumber("points", composed.Points);
        json.WriteNumber("pairsAlike", composed.PairsAlike);
        List(json, "composition", composed.Seats, s => DelegationFile.WriteSeating(json, s));
        List(json, "verdicts", composed.Verdicts, v => Verdict(json, v));
    }

    private static void Verdict(Utf8JsonWriter json, RuleVerdict verdict)
    {
        json.WriteString("rule", verdict.Rule);
        json.WriteString("code", verdict.Code);
        json.WriteString("delegation", verdict.Delegation);
        json.WriteString("severity", JsonPlace.WordOf(verdict.Severity));
        json.WriteBoolean("kept", verdict.IsKept);
        json.WriteNumber("has", verdict.Has);
        json.WriteNumber(verdict.IsMost ? "atMost" : "needs", verdict.Needs);
        json.WriteStartArray("concerned");
        foreach (var key in verdict.Concerned) json.WriteStringValue(key);
        json.WriteEndArray();
    }

    private static void ExchangeOr(Utf8JsonWriter json, string name, Exchange? exchange)
    {
        if (exchange is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteBoolean("proven", exchange.IsProven);
        List(json, "changes", exchange.Changes, c =>
        {
            json.WriteString("delegation", c.Delegation);
            json.WriteString("kind", JsonPlace.WordOf(c.Kind));
            json.WriteString("chamber", JsonPlace.WordOf(c.Chamber));
            json.WriteString("out", c.Out);
            json.WriteString("in", c.In);
        });
        List(json, "breaksWarnings", exchange.BreaksWarnings, w =>
        {
            json.WriteString("rule", w.Rule);
            json.WriteString("delegation", w.Delegation);
        });
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> members)
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
