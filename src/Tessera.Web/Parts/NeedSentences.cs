using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;

namespace Tessera.Web.Parts;

/// <summary>Says why something needs somebody; the same on the desk and in the weekly mail.</summary>
public static class NeedSentences
{
    /// <summary>The sentence in the reader's language.</summary>
    public static string Of(Need need, Texts texts, Display display) => Of(need, texts, display.Text(need.Detail)?.Text ?? "");

    /// <summary>The same with the detail already chosen.</summary>
    public static string Of(Need need, Texts texts, string detail)
    {
        var day = need.AsKnown ?? (need.Day is { } known ? PartialDate.OfDay(known) : null);
        return texts.With("need.why-" + Words<NeedKind>.Write(need.Kind), ("day", day?.Print(texts.Language) ?? texts["unknown"]), ("detail", detail));
    }
}
