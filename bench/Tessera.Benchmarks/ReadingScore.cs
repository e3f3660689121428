using System.Diagnostics;
using System.Globalization;
using Tessera.Interchange.Places;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Tests.Reading;

namespace Tessera.Benchmarks;

/// <summary>Reads the corpus and writes how much of it was read rightly, by field and by language, and how long it took.</summary>
internal static class ReadingScore
{
    private static readonly (string Field, double Recall, double Precision)[] Targets =
        [("partners", 0.95, 0.97), ("country", 0.98, 0.98), ("dates", 0.90, 0.90), ("kind", 0.88, 0.88), ("status", 0.88, 0.88), ("decision", 0.95, 0.95)];

    /// <summary>Writes the tables to a file; prints the rows of bench/results.</summary>
    public static void Run(string folder, string places, string target)
    {
        using var index = PlacesIndex.Open(places);
        var (reader, score, pages) = (new PageReader(index), new CorpusScore(), CorpusPage.In(folder));
        foreach (var page in pages) page.Read(reader);
        var watch = Stopwatch.StartNew();
        foreach (var page in pages) score.Add(page, page.Read(reader));
        using var file = new StreamWriter(target);
        file.Write($"# Reading the corpus\n\n{pages.Count} pages in {score.Languages.Count()} languages, {score.Of("partners").Due} partners; all read in {watch.ElapsedMilliseconds} ms. Command: `make bench only=reading`.\n\n");
        file.Write("| field | recall | precision | there are | said | to reach |\n|---|---|---|---|---|---|\n");
        foreach (var field in score.Fields) file.Write($"| {field} | {Share(score.Of(field).Recall)} | {Share(score.Of(field).Precision)} | {score.Of(field).Due} | {score.Of(field).Said} | {Goal(field)} |\n");
        file.Write($"\nProposals from the {pages.Count(p => p.Key.Partners.Count == 0)} pages with nothing to import: {pages.Where(p => p.Key.Partners.Count == 0).Sum(p => p.Read(reader).Proposals.Count)}.\n");
        file.Write("\n## By language\n\n| language | partners: recall, precision | country | dates | kind | status |\n|---|---|---|---|---|---|\n");
        foreach (var language in score.Languages) file.Write($"| {language} | {Both(score.Of("partners", language))} | {Both(score.Of("country", language))} | {Both(score.Of("dates", language))} | {Both(score.Of("kind", language))} | {Both(score.Of("status", language))} |\n");
        foreach (var (field, recall, precision) in Targets)
        {
            Print(field, "recall", score.Of(field).Recall, recall);
            Print(field, "precision", score.Of(field).Precision, precision);
        }
    }

    private static void Print(string field, string what, double value, double least) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"R-{field}-{what}|{value:0.000}|of the corpus' {field}|answer key|>= {least:0.00}|{(value >= least ? "true" : "false")}"));

    private static string Goal(string field) => Targets.FirstOrDefault(t => t.Field == field) is { Field: not null } goal ? $"{Share(goal.Recall)}, {Share(goal.Precision)}" : "-";

    private static string Both(Tally tally) => tally.Due == 0 && tally.Said == 0 ? "-" : $"{Share(tally.Recall)}, {Share(tally.Precision)}";

    private static string Share(double share) => share.ToString("0.0 %", CultureInfo.InvariantCulture);
}
