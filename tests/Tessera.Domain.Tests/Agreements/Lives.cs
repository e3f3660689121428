using Tessera.Domain.Agreements;
using Tessera.Domain.Vocabulary;

namespace Tessera.Domain.Tests.Agreements;

/// <summary>Lives of agreements in short: <c>Approved 2024-04-01 stage=council; Corrected 2024-05 of=1</c>. Keys are the places in the list, from 1.</summary>
internal static class Lives
{
    private static readonly string[] None = ["no-decision", "no-reason", "no-kind"];

    /// <summary>Registered dates, such as <c>Signed 1994; Ended 2020</c>.</summary>
    public static AgreementDate[] Dates(string dates) =>
        [.. Split(dates, ';').Select(d => Split(d, ' ')).Select(d => new AgreementDate(Enum.Parse<AgreementDateRole>(d[0]), PartialDate.ParseEdtf(d[1])))];

    public static LifeStep[] Steps(string steps) => [.. Split(steps, ';').Select((s, i) => Step(s, $"{i + 1}"))];

    /// <summary>A step that has a decision, a reason and a kind, unless it says <c>no-decision</c>, <c>no-reason</c>, <c>no-kind</c>.</summary>
    public static LifeStep Step(string step, string key = "new")
    {
        var words = Split(step, ' ');
        var said = words.Skip(2).Except(None).Select(w => w.Split('=')).ToDictionary(w => w[0], w => w[1]);
        string? Said(string name) => said.GetValueOrDefault(name);
        return new LifeStep(
            key, Enum.Parse<LifeStepKind>(words[0]), PartialDate.ParseEdtf(words[1]), Said("stage"), LocalText.Empty, words.Contains("no-decision") ? null : "1/2024",
            words.Contains("no-reason") ? null : StepReason.Other, Said("of"), words.Contains("no-kind") ? null : AgreementKind.Friendship,
            Date(Said("until")), LocalText.Empty);
    }

    public static AgreementLife Life(string steps = "", string dates = "", AgreementTerm? term = null) => new(Dates(dates), Steps(steps), term ?? AgreementTerm.None);

    public static AgreementTerm Term(string until, int? notice = null, int? renews = null) => new(PartialDate.ParseEdtf(until), notice, renews);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);

    public static PartialDate? Date(string? date) => date is null ? null : PartialDate.ParseEdtf(date);

    private static string[] Split(string text, char at) => text.Split(at, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
