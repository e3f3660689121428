using Tessera.Features.Offices;

namespace Tessera.Features.Registrations;

/// <summary>
/// How many people one network has registered for an activity today. Places are held before anybody has read a letter, so that without a bound one machine could hold them all. It is kept in the
/// memory of the process and of the day alone; who is many behind one address registers at the office.
/// </summary>
public sealed class NetworkShares(TimeProvider time)
{
    /// <summary>People of one network for one activity on a day: two of the largest parties.</summary>
    public const int MostPeople = 40;

    private readonly Lock _door = new();
    private readonly Dictionary<(int Office, string Activity, string Network), int> _people = [];
    private DateOnly _day;

    /// <summary>Counts people who are about to be registered; false, and nothing is counted, when they are too many.</summary>
    /// <param name="people">Less than none when they were not registered after all.</param>
    public bool TryCount(OfficeView office, string activity, string network, int people)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        lock (_door)
        {
            if (_day != today) _people.Clear();
            _day = today;
            var sum = _people.GetValueOrDefault((office.Id, activity, network)) + people;
            if (sum > MostPeople) return false;
            _people[(office.Id, activity, network)] = Math.Max(0, sum);
            return true;
        }
    }
}
