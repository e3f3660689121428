namespace Tessera.Interchange.Offices;

/// <summary>Why an office file is refused. Each has a sentence in every language of the program.</summary>
public static class OfficeFileCodes
{
    public const string TooLarge = "office-file.too-large";
    public const string NotJson = "office-file.not-json";
    public const string UnknownMember = "office-file.unknown-member";
    public const string RepeatedMember = "office-file.repeated-member";
    public const string MissingMember = "office-file.missing-member";
    public const string WrongType = "office-file.wrong-type";
    public const string UnknownFormat = "office-file.unknown-format";
    public const string WrongKey = "office-file.wrong-key";
    public const string RepeatedKey = "office-file.repeated-key";
    public const string ReservedSlug = "office-file.reserved-slug";
    public const string UnknownReference = "office-file.unknown-reference";
    public const string UnknownWord = "office-file.unknown-word";
    public const string UnknownCountry = "office-file.unknown-country";
    public const string WrongLanguage = "office-file.wrong-language";
    public const string WrongColour = "office-file.wrong-colour";
    public const string WrongAddress = "office-file.wrong-address";
    public const string WrongEmail = "office-file.wrong-email";
    public const string OutOfRange = "office-file.out-of-range";
    public const string TooLong = "office-file.too-long";
    public const string Empty = "office-file.empty";
    public const string WrongNumbering = "office-file.wrong-numbering";
    public const string DatesReversed = "office-file.dates-reversed";
    public const string FactWithoutContent = "office-file.fact-without-content";
    public const string FactWithoutUnit = "office-file.fact-without-unit";
    public const string NotBase64 = "office-file.not-base64";
    public const string UsefulLine = "office-file.useful-line";

    /// <summary>Every code, for the test that asks each for its sentence.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        TooLarge, NotJson, UnknownMember, RepeatedMember, MissingMember, WrongType, UnknownFormat, WrongKey, RepeatedKey, ReservedSlug, UnknownReference, UnknownWord,
        UnknownCountry, WrongLanguage, WrongColour, WrongAddress, WrongEmail, OutOfRange, TooLong, Empty, WrongNumbering, DatesReversed, FactWithoutContent, FactWithoutUnit, NotBase64, UsefulLine,
    ];
}

/// <summary>How large things may be.</summary>
public static class OfficeLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int File = 20 * 1024 * 1024;

    /// <summary>Letters of a key.</summary>
    public const int Key = 80;

    /// <summary>Letters of a name, a heading, a line of an address.</summary>
    public const int Name = 300;

    /// <summary>Letters of an address on the web.</summary>
    public const int Url = 1000;

    /// <summary>Months of notice.</summary>
    public const int NoticeMonths = 60;

    /// <summary>Years by which an agreement prolongs itself.</summary>
    public const int RenewalYears = 50;

    /// <summary>People in a group that takes part.</summary>
    public const int People = 10_000_000;

    /// <summary>Letters of what a list says of a piece of news.</summary>
    public const int Lead = 600;

    /// <summary>Letters of a text in one language.</summary>
    public const int Text = 20_000;
}
