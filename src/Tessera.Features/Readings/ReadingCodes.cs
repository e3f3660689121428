namespace Tessera.Features.Readings;

/// <summary>Why a page is not read, or a proposal not taken.</summary>
public static class ReadingCodes
{
    /// <summary>Nothing was sent.</summary>
    public const string Empty = "reading.empty";

    /// <summary>More than <see cref="ReadingService.Largest"/>.</summary>
    public const string TooLarge = "reading.too-large";

    /// <summary>Of no kind that has lines, such as a picture.</summary>
    public const string Unreadable = "reading.unreadable";

    /// <summary>The proposal does not say in which country the partner is.</summary>
    public const string CountryMissing = "reading.country-missing";

    /// <summary>Somebody has decided on the proposal, or undone the reading.</summary>
    public const string Decided = "reading.decided";

    /// <summary>The partner to be joined with is not there.</summary>
    public const string PartnerGone = "reading.partner-gone";

    /// <summary>The reading was undone, is being worked on, or holds no such table.</summary>
    public const string NotAgain = "reading.not-again";

    /// <summary>A run over the reading is under way.</summary>
    public const string Working = "reading.working";

    /// <summary>Every code.</summary>
    public static readonly IReadOnlyList<string> All = [Empty, TooLarge, Unreadable, CountryMissing, Decided, PartnerGone, NotAgain, Working];
}
