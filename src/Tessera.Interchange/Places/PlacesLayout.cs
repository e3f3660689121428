using System.Numerics;
using System.Runtime.InteropServices;

namespace Tessera.Interchange.Places;

/// <summary>The parts of the file, in their order: all of them for the places, then all again for the areas. Numbers are little-endian; every part begins at a multiple of eight.</summary>
internal enum Section
{
    /// <summary><see cref="PlaceRecord"/>s, the largest place first.</summary>
    Places,

    /// <summary>UTF-8 texts: a byte with the length, then the text.</summary>
    Texts,

    /// <summary>Where each folded name begins in <see cref="NameLetters"/>, and where the last ends.</summary>
    NameStarts,

    /// <summary>The folded names, sorted by their UTF-16 letters, without repetition.</summary>
    NameLetters,

    /// <summary>Where the bearers of each name begin in <see cref="Bearers"/>, and where the last end.</summary>
    BearerStarts,

    /// <summary>Ranks of those that bear each name, ascending.</summary>
    Bearers,

    /// <summary>The lowest rank of each <see cref="PlacesLayout.BlockLength"/> of <see cref="Bearers"/>.</summary>
    BlockMinima,

    /// <summary>By rank: twice the number of the place, one more when the name is not the place's own.</summary>
    Ranks,

    /// <summary>The first name of each run of names that begin with the same <see cref="Deletions.StemLength"/> letters, and the number of names.</summary>
    Stems,

    /// <summary>Where each bucket of deletions begins in <see cref="BucketEntries"/>, and where the last ends.</summary>
    BucketStarts,

    /// <summary>Numbers of stems, the higher bits of <see cref="Deletions"/>' hash above them.</summary>
    BucketEntries,
}

/// <summary>A place as it stands in the file.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct PlaceRecord
{
    public int Id;
    public int Latitude;
    public int Longitude;
    public int Population;
    public int Name;
    public int Region;
    public int TimeZone;
    public int Feature;
    public int Level;
    public int Code;
    public int Nuts3;
    public ushort Country;

    /// <summary>How the code of the local authority was found: 0 for none, 1 by the name alone, 2 by a code that GeoNames has too.</summary>
    public ushort CodeBy;

    /// <summary>Degrees are kept in hundred-thousandths, as GeoNames gives them.</summary>
    public const double Degree = 100_000;

    /// <summary>The same as the shortest decimal number: written several times as fast as a floating one.</summary>
    public static decimal Degrees(int kept)
    {
        byte places = 5;
        for (; places > 0 && kept % 10 == 0; places--) kept /= 10;
        return new decimal(Math.Abs(kept), 0, 0, kept < 0, places);
    }
}

/// <summary>How the file begins: the signature, the version, the number of sections, its length, the checksum of what follows, then offset and length of each section.</summary>
internal static class PlacesLayout
{
    public const ulong Signature = 0x53_4543_414C_5053_54; // "TSPLACES"
    public const int Version = 2;

    /// <summary>How many sections the places have, and the areas after them.</summary>
    public const int SetLength = (int)Section.BucketEntries + 1;
    public const int Sections = SetLength * 2;
    public const int BlockLength = 64;
    public const int HeaderLength = 32;
    public const int TableEnd = HeaderLength + (Sections * 16);

    /// <summary>CRC-32C of a stretch that follows one whose checksum is known; all but the last stretch are multiples of eight long.</summary>
    public static uint Checksum(uint before, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words) before = BitOperations.Crc32C(before, word);
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..]) before = BitOperations.Crc32C(before, rest);
        return before;
    }

    /// <summary>Two capitals as one number.</summary>
    public static ushort Country(string code) => code.Length == 2 ? (ushort)((code[0] << 8) | (code[1] & 0xFF)) : (ushort)0;

    /// <summary>The two capitals of a number.</summary>
    public static string Country(ushort code) => string.Create(2, code, static (letters, number) => (letters[0], letters[1]) = ((char)(number >> 8), (char)(number & 0xFF)));
}
