using Tessera.Domain.Calendar;
using Tessera.Features.Offices;
using Tessera.Features.Programmes;

namespace Tessera.Web.Parts;

/// <summary>Which season a page is about.</summary>
public static class BoardSpan
{
    /// <summary>The days that were asked for; what is not said, or makes no season, is the season that is coming.</summary>
    public static async Task<SeasonSpan> OfAsync(SeasonQueries seasons, OfficeView office, BoardFilter filter, DateOnly today, CancellationToken cancellation)
    {
        if (filter is { From: { } from, To: { } to } && new SeasonSpan(from, to) is { IsFit: true } said) return said;
        if (filter.From is { } first) return new SeasonSpan(first, first.AddDays(CoordinationLimits.Days));
        return await seasons.ComingAsync(office, today, cancellation);
    }
}
