using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Tours;
using Tessera.Features.Storage;
using Tessera.Planning.Tours;

namespace Tessera.Features.Tours;

/// <summary>Holds the applications against the rules, with what is known of earlier tours.</summary>
internal static class TourSelecting
{
    /// <summary>The rules of a tour.</summary>
    public static TourRules Rules(TourRow tour) => new(tour.Places, tour.FreshYears, tour.MostPerCounty, tour.SmallPlaces, tour.SmallPopulation);

    /// <summary>The answers as the rules give them now: who has a place keeps it.</summary>
    /// <param name="year">Of the tour, from which years are counted back.</param>
    /// <param name="isTold">Shall who was answered already be shown with the reason she was given then?</param>
    public static async Task<TourProposal> ProposeAsync(TesseraDb db, TourRow tour, int year, bool isTold, CancellationToken cancellation)
    {
        var rows = await db.TourApplications.Where(a => a.ActivityId == tour.ActivityId && (a.State == TourApplicationState.Applied || a.State == TourApplicationState.Place || a.State == TourApplicationState.Waiting))
            .OrderBy(a => a.Number).ToListAsync(cancellation);
        var earlier = await EarlierAsync(db, tour, [.. rows.Select(a => a.FoldedAuthority)], year, cancellation);
        int? Last(TourApplicationRow a) => earlier.TryGetValue(a.FoldedAuthority, out var there) ? Math.Max(there, a.LastTour ?? 0) : a.LastTour;
        var applicants = rows.Select(a => new TourApplicant(
            a.Number, a.People, a.County.Trim(), a.Population, Last(a) is { } last ? Math.Max(0, year - last) : null, a.State is TourApplicationState.Place)).ToList();
        var byNumber = rows.ToDictionary(a => a.Number);
        var answers = TourSelection.Choose(Rules(tour), tour.Seed, applicants).Select(d => new TourAnswer(TourService.View(byNumber[d.Number]), isTold ? AsTold(d, byNumber[d.Number]) : d, Last(byNumber[d.Number]))).ToList();
        var said = string.Join('\n', answers.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Decision.Number} {a.Decision.Reason}")));
        return new TourProposal(answers, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..16]);
    }

    private static TourDecision AsTold(TourDecision decision, TourApplicationRow row) =>
        row is { Reason: { } reason, Position: { } position, FreePlaces: { } free } ? decision with { Reason = reason, Position = position, Free = free } : decision;

    /// <summary>The year in which each authority was last on another tour of this office.</summary>
    private static async Task<Dictionary<string, int>> EarlierAsync(TesseraDb db, TourRow tour, List<string> authorities, int year, CancellationToken cancellation)
    {
        var before = new DateOnly(year, 12, 31);
        var found = await db.TourApplications.Where(a => a.ActivityId != tour.ActivityId && a.State == TourApplicationState.Place && authorities.Contains(a.FoldedAuthority) && a.Activity!.FirstDay <= before)
            .Select(a => new { a.FoldedAuthority, a.Activity!.FirstDay!.Value.Year }).ToListAsync(cancellation);
        return found.GroupBy(f => f.FoldedAuthority).ToDictionary(g => g.Key, g => g.Max(f => f.Year));
    }
}
