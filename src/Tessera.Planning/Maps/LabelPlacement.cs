namespace Tessera.Planning.Maps;

/// <summary>A name to be written beside a point.</summary>
/// <param name="Width">Of the written name, in pixels.</param>
public sealed record LabelWish(string Key, MapPosition Point, double Width, double Height);

/// <summary>A name that found its place: the box it is written in.</summary>
public sealed record PlacedLabel(string Key, double Left, double Top, double Width, double Height)
{
    /// <summary>Do two boxes share any area?</summary>
    public bool Overlaps(PlacedLabel other) =>
        Left < other.Left + other.Width && other.Left < Left + Width && Top < other.Top + other.Height && other.Top < Top + Height;
}

/// <summary>
/// Writes names beside points so that none covers another, nor a point, nor the picture's edge: the point-feature labelling problem in its eight-position model
/// (Christensen, Marks and Shieber, ACM TOG 14(3), 1995). Greedy: again and again the name with the fewest free positions takes its best one;
/// then each name that was left out is tried in place of a single one that can move. Names without room are left out. Deterministic; n² for n names.
/// </summary>
public static class LabelPlacement
{
    private const double Gap = 7;
    private const double PointRadius = 5;

    /// <summary>The names that found room.</summary>
    public static IReadOnlyList<PlacedLabel> Place(IReadOnlyList<LabelWish> wishes, double width, double height)
    {
        var open = wishes.ToDictionary(w => w.Key, w => Candidates(w).Where(c => IsFree(c, wishes, width, height)).ToList(), StringComparer.Ordinal);
        var placed = new Dictionary<string, PlacedLabel>(StringComparer.Ordinal);
        while (Next(open, placed) is { } key) placed[key] = open[key].First(c => placed.Values.All(p => !p.Overlaps(c)));
        foreach (var wish in wishes.Where(w => !placed.ContainsKey(w.Key))) TryInsert(wish.Key, open, placed);
        return [.. wishes.Where(w => placed.ContainsKey(w.Key)).Select(w => placed[w.Key])];
    }

    private static string? Next(Dictionary<string, List<PlacedLabel>> open, Dictionary<string, PlacedLabel> placed) => open
        .Where(o => !placed.ContainsKey(o.Key))
        .Select(o => (o.Key, Free: o.Value.Count(c => placed.Values.All(p => !p.Overlaps(c)))))
        .Where(o => o.Free > 0).OrderBy(o => o.Free).ThenBy(o => o.Key, StringComparer.Ordinal).Select(o => o.Key).FirstOrDefault();

    private static void TryInsert(string key, Dictionary<string, List<PlacedLabel>> open, Dictionary<string, PlacedLabel> placed)
    {
        foreach (var candidate in open[key])
        {
            var inTheWay = placed.Values.Where(p => p.Overlaps(candidate)).ToList();
            if (inTheWay is not [var one]) continue;
            var elsewhere = open[one.Key].FirstOrDefault(c => !c.Overlaps(candidate) && placed.Values.All(p => p.Key == one.Key || !p.Overlaps(c)));
            if (elsewhere is null) continue;
            (placed[one.Key], placed[key]) = (elsewhere, candidate);
            return;
        }
    }

    private static IEnumerable<PlacedLabel> Candidates(LabelWish wish)
    {
        var ((x, y), w, h) = (wish.Point, wish.Width, wish.Height);
        (double Left, double Top)[] corners =
        [
            (x + Gap, y - (h / 2)), (x - Gap - w, y - (h / 2)), (x + (Gap / 2), y - h - 2), (x + (Gap / 2), y + 2), (x - (Gap / 2) - w, y - h - 2),
            (x - (Gap / 2) - w, y + 2), (x - (w / 2), y - h - Gap), (x - (w / 2), y + Gap),
        ];
        return corners.Select(c => new PlacedLabel(wish.Key, c.Left, c.Top, w, h));
    }

    private static bool IsFree(PlacedLabel label, IReadOnlyList<LabelWish> wishes, double width, double height) =>
        label.Left >= 0 && label.Top >= 0 && label.Left + label.Width <= width && label.Top + label.Height <= height
        && wishes.All(w => w.Key == label.Key || !CoversPoint(label, w.Point));

    private static bool CoversPoint(PlacedLabel label, MapPosition point) =>
        point.X > label.Left - PointRadius && point.X < label.Left + label.Width + PointRadius && point.Y > label.Top - PointRadius && point.Y < label.Top + label.Height + PointRadius;
}
