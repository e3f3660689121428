namespace Tessera.Domain.Guests;

/// <summary>How long what is known of guests and of people registered is kept after the last day, and how many there may be. Days as proposed for data of visits (GDPR, art. 5 (1) e).</summary>
public static class Keeping
{
    /// <summary>Days for which it is kept what a guest eats, needs and carries.</summary>
    public const int DaysOfNeeds = 30;

    /// <summary>Days for which registrations are kept.</summary>
    public const int DaysOfRegistrations = 30;

    /// <summary>Days for which the names and addresses of guests are kept.</summary>
    public const int DaysOfGuests = 365;

    /// <summary>Guests of one activity.</summary>
    public const int MostGuests = 500;

    /// <summary>People of one registration.</summary>
    public const int MostPeople = 20;

    /// <summary>Places of one activity.</summary>
    public const int MostPlaces = 100_000;

    /// <summary>Letters in a name or an address.</summary>
    public const int LongestName = 200;

    /// <summary>Letters in a telephone number or a passport's number.</summary>
    public const int LongestNumber = 60;

    /// <summary>Letters in an answer to what is asked.</summary>
    public const int LongestReply = 500;
}
