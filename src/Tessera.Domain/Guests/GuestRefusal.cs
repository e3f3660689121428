namespace Tessera.Domain.Guests;

/// <summary>Stable codes that say why something is not done with a guest or a registration; their sentences belong to the page.</summary>
public static class GuestRefusal
{
    public const string NameMissing = "guest.name-missing";
    public const string EmailWrong = "guest.email-wrong";

    /// <summary>Somebody with this address is invited already.</summary>
    public const string EmailTaken = "guest.email-taken";
    public const string TextTooLong = "guest.text-too-long";

    /// <summary>More than <see cref="Keeping.MostGuests"/> of one activity.</summary>
    public const string TooMany = "guest.too-many";

    /// <summary>It is over: nobody is invited any more.</summary>
    public const string Over = "guest.over";

    /// <summary>Everybody has been told of it as it is.</summary>
    public const string NobodyToTell = "guest.nobody-to-tell";

    /// <summary>An activity is not removed while somebody believes it to be: it is called off, and they are told.</summary>
    public const string ToldOnes = "guest.told-ones";

    /// <summary>The places of an activity, the last day and what else is asked are not in order.</summary>
    public const string PlacesWrong = "registration.places-wrong";
    public const string UntilWrong = "registration.until-wrong";

    /// <summary>Registration needs an activity that everybody may see, once, on known days that are not over, and not called off.</summary>
    public const string NotForThis = "registration.not-for-this";
    public const string Closed = "registration.closed";
    public const string PeopleWrong = "registration.people-wrong";
    public const string Full = "registration.full";

    /// <summary>One network has registered as many people for it today as one may.</summary>
    public const string TooManyFromOne = "registration.too-many-from-one";

    /// <summary>Every code, for the test that asks each for its sentence.</summary>
    public static IReadOnlyList<string> All { get; } =
        [NameMissing, EmailWrong, EmailTaken, TextTooLong, TooMany, Over, NobodyToTell, ToldOnes, PlacesWrong, UntilWrong, NotForThis, Closed, PeopleWrong, Full, TooManyFromOne];
}
