using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Calendar;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Calendar;

/// <summary>A figure of an activity as it was expected and as it was counted; null where it was not.</summary>
/// <param name="Unit">Of both; kilograms are told in tonnes where the other is.</param>
/// <param name="About">Does the source say "about"?</param>
public sealed record ComparedFigure(FigureKind Kind, FigureUnit Unit, decimal? Expected, decimal? Counted, bool About)
{
    private const decimal KilogramsOfTonne = 1000;

    /// <summary>What was counted as a part of what was expected, 1 when it came true; null where one of them is not known, or nothing was expected.</summary>
    public decimal? Share => Expected is { } expected and > 0 && Counted is { } counted ? counted / expected : null;

    /// <summary>The figures of an activity, those of one kind and measure in one line, in their first order. Several of a kind are added up.</summary>
    public static IReadOnlyList<ComparedFigure> Of(IEnumerable<FigureItem> figures) => [.. figures
        .Select(f => (Kind: Words<FigureKind>.Parse(f.Kind), Unit: Words<FigureUnit>.Parse(f.Unit), Figure: f))
        .GroupBy(f => (f.Kind, IsWeight: f.Unit is FigureUnit.Tonnes or FigureUnit.Kilograms, Unit: f.Unit is FigureUnit.Tonnes or FigureUnit.Kilograms ? FigureUnit.Tonnes : f.Unit))
        .Select(g =>
        {
            var unit = g.Key.IsWeight && g.All(f => f.Unit is FigureUnit.Kilograms) ? FigureUnit.Kilograms : g.Key.Unit;
            decimal? Sum(bool expected) => g.Any(f => f.Figure.Expected == expected) ? g.Where(f => f.Figure.Expected == expected).Sum(f => f.Unit == unit ? f.Figure.Value : f.Figure.Value / KilogramsOfTonne) : null;
            return new ComparedFigure(g.Key.Kind, unit, Sum(true), Sum(false), g.Any(f => f.Figure.About));
        })];
}

/// <summary>Reads what activities were expected to bring and what came of them.</summary>
public sealed class FigureQueries(Database database)
{
    /// <summary>Activities with figures, the latest first, at most <see cref="ActivityQueries.MostOccurrences"/>; the internal ones too.</summary>
    public async Task<IReadOnlyList<(ActivityBrief Activity, IReadOnlyList<ComparedFigure> Figures)>> AllAsync(OfficeView office, CancellationToken cancellation)
    {
        var condition = new ActivityCondition(new ActivityFilter(), publicOnly: false).And("a.item ? 'figures'");
        var rows = await ActivityReader.ReadAsync(database, office.Id, condition, $"a.first_day desc nulls last, a.key limit {ActivityQueries.MostOccurrences}", cancellation);
        await using var db = database.ForOffice(office.Id);
        var ids = rows.Select(r => r.Id).ToList();
        var items = await db.Activities.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Item }).ToDictionaryAsync(a => a.Id, a => a.Item, cancellation);
        return [.. rows.Where(r => items.ContainsKey(r.Id)).Select(r => (r, ComparedFigure.Of(items[r.Id].Figures)))];
    }
}
