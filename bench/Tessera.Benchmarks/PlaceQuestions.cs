using System.Globalization;
using System.Text;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Places;

namespace Tessera.Benchmarks;

/// <summary>What S3 asks: beginnings and misspellings of random names of GeoNames' table, weighted by nothing, always the same; and how much of what looking at every name finds the index finds too.</summary>
internal static class PlaceQuestions
{
    private const int Asked = 4000;
    private const int AskedOfEveryName = 150;
    private const int Given = 10;

    /// <summary>Writes prefix.lua and misspelt.lua for wrk: the addresses, one after the other.</summary>
    public static void Write(string table, string folder)
    {
        var (names, random) = (Names(table), new Random(3));
        Directory.CreateDirectory(folder);
        WriteScript(Path.Combine(folder, "prefix.lua"), Enumerable.Range(0, Asked).Select(_ => names[random.Next(names.Count)]).Select(n => n[..random.Next(Math.Min(3, n.Length), Math.Min(9, n.Length + 1))]));
        WriteScript(Path.Combine(folder, "misspelt.lua"), Misspelt(names, random).Take(Asked));
    }

    /// <summary>The part of the first ten of looking at every name that the index gives.</summary>
    public static void Recall(string table, string file)
    {
        var (names, random) = (Names(table), new Random(7));
        using var index = PlacesIndex.Open(file);
        var (wanted, found) = (0, 0);
        foreach (var typed in Misspelt(names, random).Take(AskedOfEveryName))
        {
            var allowed = typed.Length < 7 ? 1 : 2;
            var near = names.AsParallel().Where(n => Math.Abs(n.Length - typed.Length) <= allowed).Select(n => (Name: n, Distance: Distance(typed, n))).Where(n => n.Distance <= allowed).ToList();
            var best = near.SelectMany(n => index.Named(n.Name).Select(p => (n.Distance, p.Id, p.Population))).GroupBy(p => p.Id).Select(g => g.Min()).OrderBy(p => p.Distance).ToList();
            // As far as the distance alone decides: the index weighs names that are not a place's own less.
            var last = best.Count <= Given ? int.MaxValue : best[Given - 1].Distance;
            var sure = best.Where(b => b.Distance < last).Select(b => b.Id).ToHashSet();
            var given = index.Near(typed, null, Given);
            wanted += Math.Min(Given, best.Count);
            found += sure.Count(s => given.Any(g => g.Place.Id == s)) + Math.Min(Math.Min(Given, best.Count) - sure.Count, given.Count(g => g.Distance == last));
        }

        Console.WriteLine((found / (double)wanted).ToString("0.####", CultureInfo.InvariantCulture));
    }

    /// <summary>All names of the table, folded as the program folds them.</summary>
    public static List<string> Names(string table) =>
        [.. File.ReadLines(table).Select(l => l.Split('\t')).SelectMany(f => f[3].Split(',').Append(f[1])).Select(Folding.Of).Where(n => n.Length is > 3 and <= 60).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Misspelt(List<string> names, Random random)
    {
        while (true)
        {
            var name = names[random.Next(names.Count)];
            var typed = Slip(name, random);
            if (name.Length >= 7 && random.Next(2) == 0) typed = Slip(typed, random);
            if (typed.Length >= 4 && Folding.Of(typed) == typed) yield return typed;
        }
    }

    private static string Slip(string name, Random random)
    {
        var (at, letter) = (random.Next(name.Length - 1), (char)random.Next('a', 'z' + 1));
        return random.Next(4) switch
        {
            0 => name[..at] + letter + name[(at + 1)..],
            1 => name.Insert(at, letter.ToString()),
            2 => name.Remove(at, 1),
            _ => name[..at] + name[at + 1] + name[at] + name[(at + 2)..],
        };
    }

    private static int Distance(string a, string b)
    {
        Span<int> last = stackalloc int[b.Length + 1], here = stackalloc int[b.Length + 1], before = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) here[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            last.CopyTo(before);
            here.CopyTo(last);
            here[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                here[j] = Math.Min(Math.Min(last[j], here[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) here[j] = Math.Min(here[j], before[j - 2] + 1);
            }
        }

        return here[b.Length];
    }

    private static void WriteScript(string file, IEnumerable<string> asked)
    {
        var script = new StringBuilder("local asked = {\n");
        foreach (var typed in asked) script.Append('"').Append(Uri.EscapeDataString(typed)).Append("\",\n");
        script.Append("}\nlocal at = 0\nfunction init(args) math.randomseed(tonumber(tostring({}):match('0x%x+')) or 1) at = math.random(#asked) end\n")
            .Append("function request() at = at % #asked + 1 return wrk.format('GET', wrk.path .. '?q=' .. asked[at]) end\n");
        File.WriteAllText(file, script.ToString());
    }
}
