using Tessera.Interchange.Offices;

namespace Tessera.Interchange.Popolo;

/// <summary>Seats of one kind in one chamber.</summary>
/// <param name="Kind">One of <see cref="StatedDelegation.Kinds"/>.</param>
/// <param name="Chamber">One of <see cref="StatedDelegation.Chambers"/>.</param>
public sealed record StatedSeats(string Kind, string Chamber, int Seats);

/// <summary>A post in the body, such as one of its bureau.</summary>
public sealed record StatedPost(string Title, DateOnly? From, DateOnly? Until);

/// <summary>A person on a seat; one who has had two seats stands twice.</summary>
/// <param name="Person">What tells the person from others in the file.</param>
/// <param name="Name">Empty where the seat is taken by somebody who is not named.</param>
/// <param name="PublicOffice">The office that makes the name public; empty for none.</param>
/// <param name="Authority">Whose mandate it is; empty where that is not said.</param>
/// <param name="Group">The political group, where it is public; empty otherwise.</param>
/// <param name="From">The first day; null where it is not said.</param>
/// <param name="Until">The last day; null while the person sits.</param>
public sealed record StatedMember(
    string Person, string Name, string PublicOffice, string Authority, string Group, string Kind, string Chamber, DateOnly? From, DateOnly? Until, IReadOnlyList<StatedPost> Posts)
{
    /// <summary>Why the person sits no more, one of <see cref="StatedDelegation.Endings"/>; empty where that is not said.</summary>
    public string Ending { get; init; } = "";

    /// <inheritdoc />
    public bool Equals(StatedMember? other) => other is not null && Posts.SequenceEqual(other.Posts)
        && (Person, Name, PublicOffice, Authority, Group, Kind, Chamber) == (other.Person, other.Name, other.PublicOffice, other.Authority, other.Group, other.Kind, other.Chamber)
        && (From, Until, Ending) == (other.From, other.Until, other.Ending);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Person, Name, Kind, Chamber, From);
}

/// <summary>How many were at a session.</summary>
/// <param name="SatFor">Substitutes who sat in the place of a representative.</param>
public sealed record StatedCounts(int Present, int Away, int SatFor);

/// <summary>A session of the body.</summary>
public sealed record StatedSession(string Key, string Title, DateOnly? First, DateOnly? Last)
{
    /// <summary>Null where nobody has kept who was there.</summary>
    public StatedCounts? Counts { get; init; }

    /// <summary>The address of its page; null for none.</summary>
    public string? Page { get; init; }
}

/// <summary>A delegation as it is told to other programs, in one language.</summary>
/// <param name="Body">The body as a word, such as <c>congress</c>.</param>
/// <param name="Country">ISO 3166-1, alpha-2.</param>
/// <param name="First">The first day of the term.</param>
/// <param name="Last">The last day of the term.</param>
public sealed record StatedDelegation(string Key, string Body, string BodyName, string Name, string Country, DateOnly First, DateOnly Last)
{
    public const string Representative = "representative";
    public const string Substitute = "substitute";

    /// <summary>The word of a body that has one hall.</summary>
    public const string NoChamber = "none";

    /// <summary>Kinds of seats.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Representative, Substitute];

    /// <summary>Chambers of a body.</summary>
    public static IReadOnlyList<string> Chambers { get; } = [NoChamber, "local", "regions"];

    /// <summary>Why somebody sits no more.</summary>
    public static IReadOnlyList<string> Endings { get; } = ["lost-mandate", "resigned", "died", "moved", "term-ended"];

    /// <summary>Where the seats are written; empty where that is not said.</summary>
    public string SeatSource { get; init; } = "";

    /// <summary>The address of its page; null for none.</summary>
    public string? Page { get; init; }

    public IReadOnlyList<StatedSeats> Seats { get; init; } = [];

    public IReadOnlyList<StatedMember> Members { get; init; } = [];

    public IReadOnlyList<StatedSession> Sessions { get; init; } = [];

    /// <summary>What its members did, the latest first.</summary>
    public IReadOnlyList<StatedContribution> Contributions { get; init; } = [];

    /// <inheritdoc />
    public bool Equals(StatedDelegation? other) => other is not null && (Key, Body, BodyName, Name, Country, First, Last) == (other.Key, other.Body, other.BodyName, other.Name, other.Country, other.First, other.Last)
        && (SeatSource, Page) == (other.SeatSource, other.Page) && Seats.SequenceEqual(other.Seats) && Members.SequenceEqual(other.Members) && Sessions.SequenceEqual(other.Sessions) && Contributions.SequenceEqual(other.Contributions);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Key, Body, First);
}

/// <summary>What was read: delegations when nothing is wrong with the file, else what is wrong.</summary>
public sealed record DelegationFileReading(IReadOnlyList<StatedDelegation> Delegations, IReadOnlyList<Finding> Findings);

/// <summary>Why a file of delegations is refused. Each has a sentence in every language of the program.</summary>
public static class DelegationFileCodes
{
    /// <summary>Argument <c>most</c>.</summary>
    public const string TooLarge = "delegation-file.too-large";

    public const string Empty = "delegation-file.empty";

    /// <summary>JSON, but not of Popolo's form; argument <c>wanted</c>.</summary>
    public const string UnknownForm = "delegation-file.unknown-form";

    /// <summary>No organization of the class <c>delegation</c>, or no line.</summary>
    public const string NoDelegation = "delegation-file.no-delegation";

    /// <summary>More delegations, members or seats than the program takes; argument <c>most</c>.</summary>
    public const string TooMany = "delegation-file.too-many";

    /// <summary>Argument <c>wanted</c>: the column's name.</summary>
    public const string NoColumn = "delegation-file.no-column";

    /// <summary>A quoted value goes on to the end of the file.</summary>
    public const string OpenQuote = "delegation-file.open-quote";

    /// <summary>Something that must be there is missing; argument <c>field</c>.</summary>
    public const string Missing = "delegation-file.missing";

    /// <summary>A text longer than the program keeps; arguments <c>field</c> and <c>most</c>.</summary>
    public const string TooLong = "delegation-file.too-long";

    /// <summary>No day, month or year; argument <c>text</c>.</summary>
    public const string WrongDay = "delegation-file.wrong-day";

    /// <summary>A last day before its first; argument <c>text</c>.</summary>
    public const string WrongTerm = "delegation-file.wrong-term";

    /// <summary>No word that is known there; arguments <c>text</c> and <c>wanted</c>.</summary>
    public const string UnknownWord = "delegation-file.unknown-word";

    /// <summary>An id that stands nowhere in the file; argument <c>text</c>.</summary>
    public const string UnknownId = "delegation-file.unknown-id";

    /// <summary>The lines of one delegation say different things of it; arguments <c>field</c> and <c>text</c>.</summary>
    public const string Contradiction = "delegation-file.contradiction";

    /// <summary>More sit at one time than there are seats; arguments <c>text</c>, <c>seats</c> and <c>sit</c>.</summary>
    public const string TooManySit = "delegation-file.too-many-sit";

    /// <summary>Somebody has two seats at a time; argument <c>text</c>.</summary>
    public const string SitsTwice = "delegation-file.sits-twice";

    /// <summary>Every code, for the test that asks each for its sentence.</summary>
    public static IReadOnlyList<string> All { get; } =
        [TooLarge, Empty, UnknownForm, NoDelegation, TooMany, NoColumn, OpenQuote, Missing, TooLong, WrongDay, WrongTerm, UnknownWord, UnknownId, Contradiction, TooManySit, SitsTwice];
}
