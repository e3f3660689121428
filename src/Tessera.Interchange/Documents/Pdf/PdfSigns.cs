namespace Tessera.Interchange.Documents.Pdf;

/// <summary>The classes of signs (ISO 32000-2, clause 7.2.3).</summary>
internal static class PdfSigns
{
    public static bool IsSpace(byte sign) => sign is 0 or 9 or 10 or 12 or 13 or 32;

    public static bool IsRegular(byte sign) => !IsSpace(sign) && sign is not ((byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%');
}
