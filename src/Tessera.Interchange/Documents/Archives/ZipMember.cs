namespace Tessera.Interchange.Documents.Archives;

/// <summary>A member of an archive, as the directory at the archive's end says.</summary>
/// <param name="Packed">Its bytes in the file.</param>
/// <param name="Unpacked">How many bytes it claims to be; only unpacking proves it.</param>
internal sealed record ZipMember(string Name, bool IsDeflated, ReadOnlyMemory<byte> Packed, long Unpacked)
{
    /// <summary>A name that leads out of the folder into which somebody unpacks, or that two systems read differently.</summary>
    public bool HasUnsafeName => Name.Length == 0 || Name[0] == '/' || Name.AsSpan().ContainsAny('\\', ':', '\0') || Name.Split('/').Any(part => part is ".." or ".");

    public bool IsFolder => Name.EndsWith('/');
}
