using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Reading.Recognition;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Records;

/// <summary>Tells what a line looks like.</summary>
internal static class Shapes
{
    private const int LongestNameLine = 18;
    private const int ProseWords = 14;
    private const int MostBeforeName = 3;
    private const int SureTown = 20_000;
    private const int Behind = 8;

    public static Shape Of(Line line, IReadOnlyList<NameSpan> names)
    {
        if (line.Words == 0) return Shape.Other;
        if (IsNumber(line)) return Shape.Number;
        if (line.Has(Says.Country) && line.Outside(Says.Country, "in", "number", "republic", Says.Noise) == 0) return Shape.Country;
        if (line.Has(Says.Date) && line.Outside(Says.Date, "year", "since", "about") == 0) return Shape.Date;
        if (names.Count > 0 && line.Mentions.Any(m => (m.Key == Says.Network || m.Value is "network" or "membership") && m.End <= names[0].Start)) return Shape.Other;
        if (Pairs(line, names) > 1) return Shape.Prose;
        if (names.Count > 0 && !IsLabelled(line) && Leads(line, names[0])) return Shape.Name;
        if (IsSentence(line)) return Shape.Prose;
        if (IsLabelled(line) || IsAddress(line) || names.Count == 0) return IsDetail(line) ? Shape.Detail : Shape.Other;
        if (line.Words > LongestNameLine) return Shape.Prose;
        if (GoesOn(line, names[0])) return IsDetail(line) ? Shape.Detail : Shape.Other;
        return WordsBefore(line, names[0]) <= MostBeforeName && Unknown(line, names) <= Math.Max(1, line.Words / 3) ? Shape.Name : IsDetail(line) ? Shape.Detail : Shape.Other;
    }

    /// <summary>How many places stand in a line of text or an item with a country of their own right behind each: "Rehna (Germany), Tartu in Estonia".</summary>
    private static int Pairs(Line line, IReadOnlyList<NameSpan> names)
    {
        if (line.Block.Kind is BlockKind.Heading or BlockKind.Title or BlockKind.Cell) return 0;
        var countries = line.All(Says.Country).ToList();
        return names.Where((n, i) => n.IsPlace && countries.Any(c => c.Start >= n.End && c.Start - n.End <= Behind && n.IsIn(c.Value) && (i + 1 == names.Count || c.End <= names[i + 1].Start))).Select(n => n.Places[0].Id).Distinct().Count();
    }

    /// <summary>A heading that begins with a place, and a line that begins with a name and its country, name a partner whatever follows.</summary>
    private static bool Leads(Line line, NameSpan name)
    {
        if (WordsBefore(line, name) > 0) return false;
        if (line.Block.Kind == BlockKind.Heading) return name.IsPlace && name.Start - line.Start <= 4 && !GoesOn(line, name);
        if (line.Block.IsStrong && name.Start - line.Start <= 4 && name.End < line.End && After(line, name.End) is '.' or ':' or '-' or '(' or ',') return name.IsPlace || name.IsWide || line.Has(Says.Country);
        return HasCountryInBracket(line, name) || line.All(Says.Country).Any(c => c.Start >= name.End && c.Start - name.End <= 2 && (c.Start == name.End || line.Text[(name.End - line.Start)..(c.Start - line.Start)].AsSpan().IndexOfAny(",(") >= 0));
    }

    /// <summary>Does the line read "label: value"?</summary>
    public static bool IsLabelled(Line line) =>
        line.First(Says.Label) is { } label && label.Value != "name" && label.Start - line.Start < 3 && (line.End - label.End < 3 || After(line, label.End) is ':' or '-' || line.IsOnly(Says.Label, Says.Date, Says.Website, Says.Email, Says.Phone, Says.Population, Says.Area));

    /// <summary>A street with a number, or a postal code with a town.</summary>
    public static bool IsAddress(Line line)
    {
        if (line.Words > LongestNameLine || line.Has(Says.Date) && !line.Has("address-word")) return false;
        if (line.Has("po-box")) return true;
        var hasNumber = line.Tokens.Any(t => t.IsNumber);
        return hasNumber && (line.Has("address-word") || IsPostal(line));
    }

    private static bool IsPostal(Line line)
    {
        var tokens = line.Tokens;
        var first = tokens.Count > 2 && tokens[0].IsWord && tokens[0].End - tokens[0].Start <= 3 && tokens[1].Is('-') ? 2 : 0;
        if (!tokens[first].IsNumber || tokens.Count < first + 2) return false;
        var digits = tokens[first].Folded.Length;
        var next = tokens[first + 1];
        if (digits is 4 or 5 or 6) return next.IsWord && next.IsCapital && !line.Has(Says.Date);
        return digits is 2 or 3 && tokens.Count > first + 2 && (next.Is('-') ? tokens[first + 2].IsNumber : next.IsNumber && tokens[first + 2].IsWord && tokens[first + 2].IsCapital);
    }

    private static bool IsNumber(Line line) => line.Words == 1 && line.Tokens.Any(t => t.IsNumber && t.Folded.Length <= 3);

    private static bool IsDetail(Line line) =>
        IsAddress(line) || line.Has(Says.Website) || line.Has(Says.Email) || line.Has(Says.Phone) || line.Has(Says.Date) || line.Has(Says.Decision) || line.Has(Says.Kind) || line.Has(Says.Label) || line.Has(Says.Status) || line.Has(Says.Population) || line.Has(Says.Area);

    private static bool IsSentence(Line line)
    {
        if (line.Words < 7) return false;
        var small = line.Tokens.Count(t => t.IsWord && !t.IsCapital && !line.IsWithin(t, Says.Kind, Says.Level, Says.Label, Says.Date, "in", "and", "since"));
        return (line.Words >= ProseWords && small > line.Words / 3) || (EndsInStop(line) && small > line.Words / 2 - 1);
    }

    /// <summary>A full stop behind a word, and not that of a short one or of a number: "2007 r."</summary>
    private static bool EndsInStop(Line line) => line.Text[^1] == '.' && line.Tokens.Count > 1 && line.Tokens[^2] is { IsWord: true, Folded.Length: > 2 };

    /// <summary>"Market days in ...": a single word with an unknown small one right behind it begins a phrase and names nobody, unless it is a town of some size.</summary>
    private static bool GoesOn(Line line, NameSpan name) =>
        !name.Core.Contains(' ', StringComparison.Ordinal) && !name.IsWide && !(name.IsPlace && name.Nominative == name.Core && name.Places[0].Population >= SureTown) &&
        line.Tokens.FirstOrDefault(t => t.Start >= name.End) is { IsWord: true, IsCapital: false } next && next.Start == name.End + 1 && !line.Mentions.Any(m => m.Start <= next.Start && next.End <= m.End);

    /// <summary>Words that are neither of a name nor of anything recognised.</summary>
    private static int Unknown(Line line, IReadOnlyList<NameSpan> names) =>
        line.Tokens.Count(t => t.IsWord && !line.Mentions.Any(m => m.Start <= t.Start && t.End <= m.End) && !names.Any(n => n.Start <= t.Start && t.End <= n.End));

    private static int WordsBefore(Line line, NameSpan name) =>
        line.Tokens.Count(t => t.Kind != TokenKind.Sign && t.End <= name.Start && !IsEnumerator(line, t) && !line.IsWithin(t, Says.Date, Says.Country, Says.Kind, Says.Noise, Says.Level, "in", "country-adjective") && !t.IsNumber);

    /// <summary>The letter of an item: "d)".</summary>
    private static bool IsEnumerator(Line line, Token token) => token.Start == line.Start && token.End - token.Start == 1 && token.End < line.End && line.Text[token.End - line.Start] is ')' or '.';

    /// <summary>Does a bracket right behind the name hold its country: "Szováta (Sovata, Románia)"?</summary>
    private static bool HasCountryInBracket(Line line, NameSpan name)
    {
        if (After(line, name.End) != '(') return false;
        var close = line.Text.IndexOf(')', name.End - line.Start);
        return close >= 0 && line.All(Says.Country).Any(c => c.Start >= name.End && c.End <= line.Start + close);
    }

    private static char After(Line line, int at)
    {
        var next = at - line.Start;
        while (next < line.Text.Length && line.Text[next] == ' ') next++;
        return next < line.Text.Length ? line.Text[next] is '–' ? '-' : line.Text[next] : '\0';
    }
}
