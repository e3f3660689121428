using Tessera.Domain.Vocabulary;

namespace Tessera.Domain.Calendar.Holidays;

/// <summary>A day on which a country rests by law.</summary>
/// <param name="Name">In the country's own languages and, where somebody translated it, in the interface's.</param>
/// <param name="IsSubstitute">Does it stand for the holiday of this name, which falls on a day that is free anyway?</param>
public sealed record PublicHoliday(CountryCode Country, DateOnly Day, LocalText Name, bool IsSubstitute);
