using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Tessera.Features.Pairs;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Tables;
using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary>Says what becomes of a register's pairs while they are imported: in words as they come, or in one JSON document that is written as it grows.</summary>
/// <param name="isJson">In JSON? Else in words.</param>
/// <param name="isTold">In words, is each pair told that waits? Else only how many there are.</param>
internal sealed class PairReport(Texts texts, bool isJson, bool isTold) : IDisposable
{
    private const int Step = 1000;
    private const int Flushed = 1 << 16;
    private readonly Utf8JsonWriter? _json = isJson ? new Utf8JsonWriter(Console.OpenStandardOutput(), new JsonWriterOptions { Encoder = PublishedJson.Options.Encoder }) : null;
    private readonly Stopwatch _clock = new();

    /// <summary>The import begins.</summary>
    public void Begin()
    {
        _clock.Restart();
        _json?.WriteStartObject();
        _json?.WriteStartArray("lines");
    }

    /// <summary>How many lines have been read.</summary>
    public void Progress(int lines)
    {
        if (lines % Step == 0 && !isJson && !Console.IsErrorRedirected) Console.Error.Write($"\r{texts.With("commands.pairs.progress", ("lines", lines.ToString("N0", texts.Culture)))}");
    }

    /// <summary>What became of a line; what needs nobody is counted only.</summary>
    public void Tell(PairOutcome outcome)
    {
        if (outcome.Answer is PairAnswer.Taken or PairAnswer.Same or PairAnswer.Elsewhere) return;
        if (_json is not null) Write(_json, outcome);
        else if (outcome.Answer is PairAnswer.Faulty) Console.Error.WriteLine(texts.With("commands.pairs.fault", ("line", Line(outcome)), ("why", texts["commands.pairs.fault-" + outcome.Reason])));
        else if (isTold && outcome.Reason is not null) Console.WriteLine($"{Line(outcome)} {outcome.Partner}: {texts.With("commands.reconcile.why-" + outcome.Reason, [.. outcome.Arguments.Select(a => (a.Key, a.Value))])}");
    }

    /// <summary>The import is over.</summary>
    public void End(ImportedPairs imported, bool isTrial)
    {
        _clock.Stop();
        if (_json is not null)
        {
            Finish(_json, imported, isTrial);
            return;
        }

        if (!Console.IsErrorRedirected) Console.Error.WriteLine();
        foreach (var answer in Enum.GetValues<PairAnswer>()) Console.WriteLine($"{texts.Of(answer)}: {imported.Counts[answer].ToString("N0", texts.Culture)}");
        Console.WriteLine(imported.Id is { } id
            ? texts.With("commands.pairs.done", ("lines", imported.Lines.ToString("N0", texts.Culture)), ("offices", imported.Offices.ToString("N0", texts.Culture)), ("seconds", _clock.Elapsed.TotalSeconds.ToString("N1", texts.Culture)), ("id", id.ToString()))
            : texts[isTrial ? "commands.pairs.trial" : "commands.pairs.nothing"]);
    }

    /// <inheritdoc />
    public void Dispose() => _json?.Dispose();

    private void Finish(Utf8JsonWriter json, ImportedPairs imported, bool isTrial)
    {
        json.WriteEndArray();
        json.WriteStartObject("counts");
        foreach (var (answer, count) in imported.Counts) json.WriteNumber(Words<PairAnswer>.Write(answer), count);
        json.WriteEndObject();
        json.WriteNumber("read", imported.Lines);
        json.WriteNumber("offices", imported.Offices);
        json.WriteBoolean("dryRun", isTrial);
        if (imported.Id is { } id) json.WriteString("import", id);
        json.WriteNumber("seconds", Math.Round(_clock.Elapsed.TotalSeconds, 3));
        json.WriteEndObject();
        json.Flush();
        Console.WriteLine();
    }

    private static void Write(Utf8JsonWriter json, PairOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteNumber("line", outcome.Line);
        json.WriteString("answer", Words<PairAnswer>.Write(outcome.Answer));
        if (outcome.Office is { } office) json.WriteString("office", office);
        json.WriteString("partner", outcome.Partner);
        if (outcome.Reason is { } reason) json.WriteString("reason", reason);
        foreach (var (name, value) in outcome.Arguments) json.WriteString(name, value);
        json.WriteEndObject();
        if (json.BytesPending > Flushed) json.Flush();
    }

    private static string Line(PairOutcome outcome) => outcome.Line.ToString(CultureInfo.InvariantCulture);
}
