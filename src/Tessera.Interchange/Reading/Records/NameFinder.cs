using System.Collections.Frozen;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Recognition;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Records;

/// <summary>
/// Finds names in a line: runs of capitalised words, joined by hyphens, apostrophes and the small words that names have ("Marche-en-Famenne", "Rothenburg ob der Tauber", "Valle d'Aosta").
/// Words that are already something else (countries, dates, kinds) end a name. A single word that the page also writes small is none where a sentence begins. Each name is looked up in the directory, in the nominatives it may come from too.
/// </summary>
internal sealed class NameFinder(string text, Lexicon lexicon, IPlaces places, IReadOnlySet<string> common, IReadOnlySet<string> home)
{
    private const int LongestName = 9;
    private const int Shortest = 3;

    /// <summary>The words of an entry that is no sentence: its first word begins the name.</summary>
    private const int LongestEntry = 6;
    private const int LeastAdjective = 6;
    private const string ShortSaint = "st ";
    private static readonly string[] LongSaints = ["sankt ", "saint ", "sint "];

    /// <summary>A place smaller than this is not taken for the nominative of another word.</summary>
    private const int LeastInflected = 3_000;
    private static readonly FrozenSet<string> Particles = FrozenSet.Create(
        "de", "la", "le", "les", "du", "des", "d", "l", "di", "da", "do", "dos", "das", "del", "della", "dello", "dei", "degli", "delle", "al", "alla", "am", "an", "der", "dem", "im", "in", "bei", "ob", "vor", "auf",
        "nad", "pod", "na", "pri", "u", "sur", "sous", "en", "upon", "on", "under", "y", "i", "van", "von", "op", "aan", "den", "ter", "zu", "zur", "sul", "sulla", "el", "ved", "vid", "pe", "cel", "ker", "of", "the", "lez", "les", "saint", "sankt");

    private static readonly string[] Blocking =
        [Says.Country, Says.Date, Says.Kind, Says.Status, Says.Role, Says.Noise, Says.Website, Says.Email, Says.Phone, Says.Decision, Says.Population, Says.Area, "decision", "body", "heading", "explain", "home", "decade", "po-box", "continent", Says.Network];

    /// <summary>The names of a line in order.</summary>
    public List<NameSpan> Find(Line line)
    {
        var found = new List<NameSpan>();
        var area = line.Tokens.Count == 0 ? null : Adjectival(line);
        if (area is { Name: { } adjectival }) found.Add(adjectival);
        for (var i = area?.End ?? 0; i < line.Tokens.Count;)
        {
            var end = EndOf(line, i);
            if (end > i && Make(line, i, end) is { } name) found.Add(name);
            i = Math.Max(end, i + 1);
        }

        return new CityParts(text, line).Join(found);
    }

    /// <summary>"Powiat tarnowski", "Rejon kowelski": a word for a county or district that begins the line, and a small adjective of the place.</summary>
    private (NameSpan Name, int End)? Adjectival(Line line)
    {
        var tokens = line.Tokens;
        if (tokens.Count < 2 || !tokens[0].IsCapital || !IsWide(line, tokens[0].Start, tokens[0].End) || tokens[1] is not { IsWord: true, IsCapital: false, Folded.Length: >= LeastAdjective }) return null;
        if (!lexicon.List("ending.adjective").Any(e => text[tokens[1].Start..tokens[1].End].EndsWith(e, StringComparison.Ordinal)) || (tokens.Count > 2 && tokens[2].Kind != TokenKind.Sign)) return null;
        return (new NameSpan(tokens[0].Start, tokens[1].End, text[tokens[0].Start..tokens[1].End], Core(tokens, 0, 2), [], "", true), 2);
    }

    /// <summary>The token after the name that begins here; the token itself when none does.</summary>
    private static int EndOf(Line line, int from)
    {
        var tokens = line.Tokens;
        if (!tokens[from].IsWord || !tokens[from].IsCapital || IsBlocked(line, tokens[from])) return from;
        var end = from + 1;
        while (end < tokens.Count && end - from < LongestName * 2)
        {
            var next = Next(line, end);
            if (next == end) break;
            end = next;
        }

        return end;
    }

    private static int Next(Line line, int at)
    {
        var tokens = line.Tokens;
        var touches = tokens[at].Start == tokens[at - 1].End;
        if (tokens[at].Kind == TokenKind.Sign)
        {
            if (at + 1 >= tokens.Count || !tokens[at + 1].IsWord || IsBlocked(line, tokens[at + 1])) return at;
            var follows = tokens[at + 1].Start == tokens[at].End;
            if ((tokens[at].Is('-') || tokens[at].Is('\'')) && touches && follows) return at + 2;
            return tokens[at].Is('.') && touches && tokens[at - 1].Folded.Length <= 3 && tokens[at - 1].IsCapital && tokens[at + 1].IsCapital ? at + 2 : at;
        }

        if (!tokens[at].IsWord || touches || IsBlocked(line, tokens[at])) return at;
        if (tokens[at].IsCapital) return at + 1;
        var particles = at;
        while (particles < tokens.Count && particles - at < 3 && Particles.Contains(tokens[particles].Folded) && !tokens[particles].IsCapital) particles++;
        if (particles > at && particles < tokens.Count && (tokens[particles].Is('\'') || tokens[particles].Is('-'))) particles++;
        return particles > at && particles < tokens.Count && tokens[particles].IsWord && tokens[particles].IsCapital && !IsBlocked(line, tokens[particles]) ? particles + 1 : at;
    }

    private static bool IsBlocked(Line line, Token token) => (line.IsWithin(token, Blocking) && !IsOfArea(line, token)) || IsTitle(line, token) || IsLabel(line, token) || IsRepublic(line, token);

    /// <summary>"Republic" right beside its country; elsewhere it is part of a name ("Chuvash Republic").</summary>
    private static bool IsRepublic(Line line, Token token) =>
        line.Over(token, "republic") is { } republic && line.All(Says.Country).Any(c => c.Start - republic.End == 1 || republic.Start - c.End == 1);

    /// <summary>"Cím:8000 Székesfehérvár": the label of what follows its colon.</summary>
    private static bool IsLabel(Line line, Token token) =>
        token.End - line.Start < line.Text.Length && line.Text[token.End - line.Start] == ':' && line.All(Says.Label).Any(l => l.Value != "name" && l.Start <= token.Start && l.End == token.End);

    /// <summary>"Autonomna Pokrajina Vojvodina", "Kárpátaljai terület": an area that stands for its country elsewhere, with the word for its level and no other name beside it.</summary>
    private static bool IsOfArea(Line line, Token token)
    {
        if (line.Over(token, Says.Country) is not { } country) return false;
        return line.All(Says.Level).Any(l => Levels.Wide.Contains(l.Value) && ((l.Start - country.End == 1 && IsFree(line, country.Start)) || (country.Start - l.End == 1 && IsFree(line, l.Start))));
    }

    private static bool IsFree(Line line, int start) => line.Tokens.LastOrDefault(t => t.End <= start) is var before && (before.End == 0 || !before.IsCapital || line.IsWithin(before, Says.Level));

    /// <summary>A title, where a name follows it: "Mons. Rossi" has one, "Mons (Belgium)" has none.</summary>
    private static bool IsTitle(Line line, Token token)
    {
        if (line.Over(token, "title") is not { } title) return false;
        var next = line.Tokens.FirstOrDefault(t => t.Start >= title.End && !t.Is('.'));
        return next is { IsWord: true } && (next.IsCapital || next.Start == title.End + 1);
    }

    /// <summary>A name without words such as "town of" before it; with the level that follows it, as in "Zala megye".</summary>
    private NameSpan? Make(Line line, int from, int to)
    {
        var tokens = line.Tokens;
        var (first, last) = (from, to);
        while (first < last && IsGeneric(line, tokens[first])) first++;
        while (last > first && IsGeneric(line, tokens[last - 1])) last--;
        if (first == last || IsOrdinary(line, first, last)) return null;
        while (last - first > 1 && MayFallAway(line, first) && tokens[first + 1].IsWord && tokens[first + 1].IsCapital && !IsKnown(Core(tokens, first, last)) && (IsKnown(Core(tokens, first + 1, last)) || line.IsWithin(tokens[first + 1], "country-adjective"))) from = ++first;
        if ((KnownStart(line, first, last) ?? BeforePerson(line, first, last)) is { } known) (from, first, last, to) = (known.First, known.First, known.Last, known.Last);
        var core = Core(tokens, first, last);
        if (core.Length < 3 || (IsHome(core) && !IsBesideCountry(line, tokens[to - 1].End)) || (last - first == 1 && line.IsWithin(tokens[first], "country-adjective") && !IsKnown(core))) return null;
        var end = to;
        while (end < tokens.Count && WideEnd(line, tokens[from].Start, tokens[end].Start) is { } wide && wide > tokens[end].Start) end = EndBefore(tokens, end, wide);
        var isWide = IsWide(line, tokens[from].Start, tokens[end - 1].End);
        if (isWide && end < tokens.Count && !tokens[end].IsCapital && line.Mentions.Any(m => m is { Key: Says.Level, Value: "municipality" } && m.Start == tokens[end].Start)) return null;
        var (found, nominative) = isWide ? ([], "") : LookUp(core, Core(tokens, from, to));
        return new NameSpan(tokens[from].Start, tokens[end - 1].End, text[tokens[from].Start..tokens[end - 1].End].TrimEnd('\''), core, found, nominative, isWide);
    }

    /// <summary>"Mit Moshi am Fuß des Kilimandscharo": of words that together are no place, those before the first small word, where they are one.</summary>
    private (int First, int Last)? KnownStart(Line line, int first, int last)
    {
        var tokens = line.Tokens;
        var small = Enumerable.Range(first + 1, last - first - 1).FirstOrDefault(i => tokens[i].IsWord && !tokens[i].IsCapital, -1);
        if (small < 0 || IsWide(line, tokens[first].Start, tokens[last - 1].End) || IsKnown(Core(tokens, first, last))) return null;
        if (small - first > 0 && small == last - 2 && line.IsWithin(tokens[small], "at") && line.IsWithin(tokens[small], "in") && IsKnown(Core(tokens, first, small))) return (first, small);
        return small - first > 1 && common.Contains(tokens[first].Folded) && IsKnown(Core(tokens, first + 1, small)) ? (first + 1, small) : null;
    }

    /// <summary>"Mayor of Cieszyn Gabriela Staroszta", where a case says "of": behind the word for a mayor the words that are a place, of which the rest is a person.</summary>
    private (int First, int Last)? BeforePerson(Line line, int first, int last)
    {
        var tokens = line.Tokens;
        if (last - first < 3 || first == 0 || !line.Mentions.Any(m => m is { Key: Says.Label, Value: "mayor" } && m.End == tokens[first - 1].End) || IsKnown(Core(tokens, first, last))) return null;
        var end = Enumerable.Range(first + 1, last - first - 2).Reverse().FirstOrDefault(e => IsKnown(Core(tokens, first, e)), -1);
        return end < 0 ? null : (first, end);
    }

    /// <summary>The home authority's own name, in any case: the words begin alike but for their endings.</summary>
    private bool IsHome(string core) => home.Count > 0 && core.Split(' ').All(w => IsOneOf(w, home) || lexicon.Nominatives(w).Any(home.Contains));

    /// <summary>A country right behind a name: nobody writes so of home, but of its namesake abroad.</summary>
    private static bool IsBesideCountry(Line line, int end) => line.All(Says.Country).Any(c => c.Start >= end && c.Start - end <= 2);

    /// <summary>Does the line name the home authority between two places of the page?</summary>
    internal static bool NamesHome(Line line, int start, int end, IReadOnlySet<string> home) => line.Tokens.Any(t => t.Start >= start && t.End <= end && t.IsCapital && IsOneOf(t.Folded, home));

    /// <summary>Is a word one of some names, or a case of one?</summary>
    internal static bool IsOneOf(string word, IEnumerable<string> names) => names.Any(n => word == n || IsCaseOf(word, n));

    internal static bool IsCaseOf(string word, string name)
    {
        var same = word.Zip(name).TakeWhile(p => p.First == p.Second).Count();
        return same >= Math.Max(4, Math.Min(word.Length, name.Length) - 2) && Math.Abs(word.Length - name.Length) <= 4;
    }

    /// <summary>Words that a capital joins to the name behind them: the first of a sentence, an article, the adjective of a country ("Het Japanse Minami-Ashigara").</summary>
    private bool MayFallAway(Line line, int at) => (IsFirstOfSentence(line, at) && (at > 0 || line.Words > LongestEntry)) || common.Contains(line.Tokens[at].Folded) || line.IsWithin(line.Tokens[at], "country-adjective");

    /// <summary>All of a cell as a name, whatever else it may be: "México" in the column of towns.</summary>
    public NameSpan? Whole(Line cell)
    {
        var core = Core(cell.Tokens, 0, cell.Tokens.Count);
        if (core.Length < 2 || cell.Words > LongestName) return null;
        var (found, nominative) = LookUp(core, core);
        return new NameSpan(cell.Start, cell.End, cell.Text, core, found, nominative, false);
    }

    private static bool IsFirstOfSentence(Line line, int at) => at == 0 || (line.Tokens[at - 1].Kind == TokenKind.Sign && !line.Tokens[at - 1].Is(','));

    private bool IsKnown(string core) => lexicon.Nominatives(core).Any(n => n.Length > 2 && places.Named(n).Count > 0);

    /// <summary>A single word at the beginning of a line or sentence that the page also writes small is an ordinary one, unless its country stands beside it.</summary>
    private bool IsOrdinary(Line line, int first, int last) =>
        last - first == 1 && common.Contains(line.Tokens[first].Folded) && !line.All(Says.Country).Any(c => c.Start >= line.Tokens[first].End && c.Start - line.Tokens[first].End <= 2) && (first == 0 || line.Tokens[first - 1].Kind == TokenKind.Sign || line.Tokens[first - 1].IsNumber);

    /// <summary>Does a word such as county or region stand here? Such an authority is no place.</summary>
    private static bool IsWide(Line line, int start, int end) => line.All(Says.Level).Any(m => m.Start >= start && m.End <= end && Levels.Wide.Contains(m.Value));

    /// <summary>Where a word for a county or region ends that stands next, or that the name's last words began ("Fejér Vármegyei Önkormányzat").</summary>
    private static int? WideEnd(Line line, int start, int next) => line.All(Says.Level).Where(m => Levels.Wide.Contains(m.Value) && m.Start >= start && m.Start <= next && m.End > next).Select(m => (int?)m.End).Max();

    private static int EndBefore(IReadOnlyList<Token> tokens, int from, int position)
    {
        while (from < tokens.Count && tokens[from].End <= position) from++;
        return from;
    }

    private static bool IsGeneric(Line line, Token token) => line.IsWithin(token, Says.Level, "in", "and", "since", "between") || token.Kind == TokenKind.Sign || (Particles.Contains(token.Folded) && !token.IsCapital);

    private static string Core(IReadOnlyList<Token> tokens, int from, int to) =>
        string.Join(' ', Enumerable.Range(from, to - from).Select(i => tokens[i]).Where(t => t.Kind != TokenKind.Sign).Select(t => t.Folded));

    /// <summary>A saint written short: "St. Ingbert".</summary>
    private static IEnumerable<string> Saints(string core) =>
        core.StartsWith(ShortSaint, StringComparison.Ordinal) ? LongSaints.Select(s => s + core[ShortSaint.Length..]) : [];

    private (IReadOnlyList<Place> Places, string Nominative) LookUp(string core, string whole)
    {
        foreach (var name in lexicon.Nominatives(core).Prepend(whole).Concat(Saints(core)))
        {
            if (name.Length < 2 || places.Named(name) is not { Count: > 0 } named) continue;
            IReadOnlyList<Place> found = named;
            if (name.Length <= Shortest)
            {
                found = [.. named.Where(p => Folding.Of(p.Name) == name)];
                if (found.Count == 0) continue;
            }

            if (name == core || name == whole || core.StartsWith(ShortSaint, StringComparison.Ordinal) || found[0].Population >= LeastInflected) return (found, name);
        }

        return ([], "");
    }
}
