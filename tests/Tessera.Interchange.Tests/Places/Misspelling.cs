namespace Tessera.Interchange.Tests.Places;

/// <summary>Slips of the hand, and the distance they make, told in the plainest way.</summary>
internal static class Misspelling
{
    /// <summary>A name with so many letters changed, added, left out or swapped.</summary>
    public static string Of(string name, int slips, Random random)
    {
        for (; slips > 0; slips--)
        {
            var at = random.Next(name.Length);
            var letter = (char)random.Next('a', 'z' + 1);
            name = random.Next(4) switch
            {
                0 => name[..at] + letter + name[(at + 1)..],
                1 => name.Insert(at, letter.ToString()),
                2 when name.Length > 1 => name.Remove(at, 1),
                _ when at + 1 < name.Length => name[..at] + name[at + 1] + name[at] + name[(at + 2)..],
                _ => name + letter,
            };
        }

        return name;
    }

    /// <summary>Optimal string alignment by its recurrence, cell by cell.</summary>
    public static int Distance(string a, string b)
    {
        var cells = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) cells[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) cells[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                cells[i, j] = Math.Min(Math.Min(cells[i - 1, j], cells[i, j - 1]) + 1, cells[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cells[i, j] = Math.Min(cells[i, j], cells[i - 2, j - 2] + 1);
            }
        }

        return cells[a.Length, b.Length];
    }
}
