using Tessera.Features.Calendar.Others;

namespace Tessera.Web.Parts;

/// <summary>Why a calendar is not followed, in words.</summary>
public static class FeedSentences
{
    /// <summary>The sentence.</summary>
    public static string Of(FeedFailure failure, Texts texts) => texts.With("refusal." + failure.Code, [.. failure.Arguments.Select(a => (a.Key, a.Value))]);
}
