namespace Tessera.Interchange.Documents;

/// <summary>Why a document is refused. Each has a sentence in every language of the program.</summary>
public static class DocumentCodes
{
    public const string Empty = "document.empty";

    /// <summary>Argument <c>most</c>: the limit, such as <c>25 MB</c>.</summary>
    public const string TooLarge = "document.too-large";

    /// <summary>Argument <c>found</c>: what the content looks like, such as <c>exe</c>, or <c>unknown</c>.</summary>
    public const string UnknownKind = "document.unknown-kind";

    /// <summary>Arguments <c>ending</c>: what the name says; <c>found</c>: what the content is.</summary>
    public const string KindDiffers = "document.kind-differs";

    /// <summary>Arguments <c>width</c> and <c>height</c> in pixels, <c>most</c>: the limit in megapixels.</summary>
    public const string ImageTooLarge = "document.image-too-large";

    /// <summary>Unpacked it would be out of all proportion.</summary>
    public const string ZipBomb = "document.zip-bomb";

    /// <summary>Its archive names members outside of itself, twice, or hides one archive in another.</summary>
    public const string UnsafeArchive = "document.unsafe-archive";
    public const string Macro = "document.macro";
    public const string Encrypted = "document.encrypted";
    public const string Svg = "document.svg";

    /// <summary>A PDF that runs scripts or programs, or carries one.</summary>
    public const string Script = "document.script";
    public const string Damaged = "document.damaged";

    /// <summary>Not a picture that arms may be. Argument <c>found</c>: what it is.</summary>
    public const string NoArms = "document.no-arms";

    /// <summary>Arguments <c>width</c> and <c>height</c> in pixels, <c>most</c>: the limit of either.</summary>
    public const string ArmsTooLarge = "document.arms-too-large";

    /// <summary>A drawing that runs something. Arguments <c>found</c>: the element or attribute; <c>line</c>.</summary>
    public const string SvgActive = "document.svg-active";

    /// <summary>A drawing that fetches or links something. Arguments <c>found</c>: what it names; <c>line</c>.</summary>
    public const string SvgOutside = "document.svg-outside";

    /// <summary>Every code, for the test that asks each for its sentence.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Empty, TooLarge, UnknownKind, KindDiffers, ImageTooLarge, ZipBomb, UnsafeArchive, Macro, Encrypted, Svg, Script, Damaged, NoArms, ArmsTooLarge, SvgActive, SvgOutside];
}

/// <summary>How large a document may be, packed and unpacked.</summary>
public static class DocumentLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int File = 25 * 1024 * 1024;

    /// <summary>The same as a person reads it.</summary>
    public const string FileText = "25 MB";

    /// <summary>Pixels of one image: 100 megapixels.</summary>
    public const long Pixels = 100_000_000;

    /// <summary>Members of an archive.</summary>
    public const int Members = 2_000;

    /// <summary>Bytes of everything in a file, unpacked.</summary>
    public const long Unpacked = 150L * 1024 * 1024;

    /// <summary>How many times larger than packed the unpacked may be, once it is larger than <see cref="UnpackedFreely"/>.</summary>
    public const int Ratio = 100;

    /// <summary>Bytes up to which the ratio is not asked: a short text of spaces packs well and harms nobody.</summary>
    public const long UnpackedFreely = 10L * 1024 * 1024;

    /// <summary>Letters (UTF-16) of the text that is read for the search.</summary>
    public const int Text = 1_000_000;

    /// <summary>Letters (UTF-16) of a file name.</summary>
    public const int FileName = 120;

    /// <summary>Pages of a PDF or a TIFF that are counted and read.</summary>
    public const int Pages = 5_000;
}
