using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Interchange.Documents;
using Tessera.Interchange.Documents.Arms;

namespace Tessera.Web.Parts;

/// <summary>The form with which an office is given its arms: on its own settings and on the host's pages. Its field is called <c>arms</c>.</summary>
public static class ArmsForm
{
    /// <summary>The picture with the form around it, in bytes.</summary>
    public const int Largest = ArmsLimits.File + (64 * 1024);

    /// <summary>The picture as it may be kept; null when none was sent, or one that is refused, which the errors then say.</summary>
    public static async Task<ArmsReading?> ReadAsync(IFormFile? sent, FormErrors errors, Texts texts, CancellationToken cancellation)
    {
        if (sent is null) return null;
        using var bytes = new MemoryStream();
        await sent.CopyToAsync(bytes, cancellation);
        var reading = ArmsCheck.Examine(bytes.ToArray(), sent.FileName);
        foreach (var refusal in reading.Refusals) errors.Add("arms", Sentence(refusal, texts));
        return reading.IsAccepted ? reading : null;
    }

    /// <summary>Gives the office the picture that was sent; what stands against it is added to the errors, and then nothing was changed.</summary>
    public static async Task SaveAsync(OfficeArms keeper, string office, IFormFile? sent, Edit edit, FormErrors errors, Texts texts, CancellationToken cancellation)
    {
        if (sent is null) errors.Add("arms", texts["document.file-missing"]);
        if (await ReadAsync(sent, errors, texts, cancellation) is { } reading) await keeper.SetAsync(office, reading, edit, cancellation);
    }

    private static string Sentence(DocumentRefusal refusal, Texts texts) => texts.With("refusal." + refusal.Code, [.. refusal.Arguments.Select(a => (a.Key, a.Value))]);
}
