using System.Security.Cryptography;
using Tessera.Interchange.Documents;
using Tessera.Interchange.Documents.Arms;

namespace Tessera.Interchange.Offices;

/// <summary>What the arms in an office file must be, and how a difference in them is told.</summary>
internal static class ArmsRules
{
    /// <summary>Checks them; what is wrong is added to the findings.</summary>
    public static void Check(ArmsItem arms, string at, FindingList findings)
    {
        if (!ArmsCheck.MediaTypes.Contains(arms.Type)) findings.Add(at + ".type", OfficeFileCodes.UnknownWord, ("text", arms.Type), ("wanted", string.Join(", ", ArmsCheck.MediaTypes)));
        else if (Bytes(arms) is not { } content) findings.Add(at + ".content", OfficeFileCodes.NotBase64);
        else Check(ArmsCheck.Examine(content, ""), arms.Type, at, findings);
    }

    /// <summary>The file with the arms as they are to be kept.</summary>
    public static OfficeFile Cleaned(OfficeFile file) => file.Office.Arms is not { } arms ? file
        : file with { Office = file.Office with { Arms = arms with { Content = Convert.ToBase64String(ArmsCheck.Examine(Bytes(arms)!, "").Content.Span) } } };

    /// <summary>The sheet with the hash of its arms in place of their content: the history names a picture, it does not hold one.</summary>
    public static OfficeSheet Named(OfficeSheet sheet) => sheet.Arms is not { } arms ? sheet
        : sheet with { Arms = arms with { Content = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Bytes(arms) ?? [])) } };

    private static void Check(ArmsReading reading, string type, string at, FindingList findings)
    {
        foreach (var refusal in reading.Refusals) findings.Add(at + ".content", refusal.Code, [.. refusal.Arguments.Select(a => (a.Key, a.Value))]);
        if (reading.IsAccepted && reading.MediaType != type) findings.Add(at + ".type", DocumentCodes.KindDiffers, ("ending", ArmsCheck.EndingOf(type)), ("found", ArmsCheck.EndingOf(reading.MediaType)));
    }

    private static byte[]? Bytes(ArmsItem arms)
    {
        var bytes = new byte[arms.Content.Length / 4 * 3 + 3];
        return Convert.TryFromBase64String(arms.Content, bytes, out var length) ? bytes[..length] : null;
    }
}
