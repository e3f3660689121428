using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>A composition as one field of a form.</summary>
public static class ComposedSeats
{
    /// <summary>Each seating as person-kind-chamber, with spaces between.</summary>
    public static string Write(IEnumerable<Seating> seats) => string.Join(' ', seats.Select(s => $"{s.Candidate}-{Words<SeatKind>.Write(s.Kind)}-{Words<Chamber>.Write(s.Chamber)}"));

    /// <summary>The seatings of a field; null when it is no such field.</summary>
    public static IReadOnlyList<Seating>? Read(string? field)
    {
        var seats = (field ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(One).ToList();
        return seats.Contains(null) ? null : [.. seats.OfType<Seating>()];
    }

    private static Seating? One(string text) => text.Split('-') is [var person, var kind, var chamber] && Guid.TryParseExact(person, "N", out _) && Words<SeatKind>.TryParse(kind, out var known) && Words<Chamber>.TryParse(chamber, out var hall)
        ? new Seating(person, known, hall) : null;
}
