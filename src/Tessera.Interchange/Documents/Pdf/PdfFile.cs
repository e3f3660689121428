using Tessera.Interchange.Documents.Archives;

namespace Tessera.Interchange.Documents.Pdf;

/// <summary>
/// The objects of a PDF. They are found by reading the file from its beginning to its end, not by its table of contents: a table that lies, as in files made to mislead,
/// changes nothing, and what stands later replaces what stands before, as it does in files that were edited. Nothing is kept but where each object stands and the packed objects.
/// Time: linear in the file and in what it unpacks to.
/// </summary>
internal sealed class PdfFile
{
    private const long MostCost = 20_000_000;
    private const int BytesOfOneCost = 64;
    private const int LongestChain = 20;
    private const int MostObjects = 500_000;
    private const int MostPackedKept = 64 * 1024 * 1024;

    private readonly ReadOnlyMemory<byte> _content;
    private readonly PdfFilters _filters;
    private readonly Dictionary<int, (ReadOnlyMemory<byte> In, int At)> _places = [];
    private readonly HashSet<int> _resolving = [];
    private long _cost;
    private long _packedKept;

    private PdfFile(ReadOnlyMemory<byte> content)
    {
        _content = content;
        _filters = new PdfFilters(new Unpacking(Math.Min(DocumentLimits.Unpacked, Math.Max(DocumentLimits.UnpackedFreely, (long)DocumentLimits.Ratio * content.Length))));
    }

    public bool IsEncrypted { get; private set; }

    /// <summary>Whether every packed object could be unpacked.</summary>
    public bool IsReadable { get; private set; } = true;

    public int LastObjectAt { get; private set; }

    private object? Root { get; set; }

    public PdfDictionary? Catalogue => Resolve(Root) as PdfDictionary;

    /// <summary>Reads the file through once.</summary>
    /// <param name="seen">Is shown every object, replaced ones included.</param>
    /// <exception cref="PdfLimitException">It asks for more than any honest file does.</exception>
    public static PdfFile Read(ReadOnlyMemory<byte> content, Action<PdfFile, PdfObject> seen)
    {
        var file = new PdfFile(content);
        foreach (var (at, read) in PdfScan.Objects(content, file.Spend)) file.Take(at, read, seen);
        return file;
    }

    public object? Resolve(object? value)
    {
        if (value is not PdfReference reference) return value;
        if (_resolving.Count >= LongestChain || !_places.TryGetValue(reference.Number, out var place) || !_resolving.Add(reference.Number)) return null;
        var lexer = new PdfLexer(place.In, place.At);
        var read = PdfScan.Body(lexer, place.In);
        Spend(lexer.Cost + ((lexer.At - place.At) / BytesOfOneCost));
        var resolved = read is PdfReference ? Resolve(read) : read;
        _resolving.Remove(reference.Number);
        return resolved;
    }

    public byte[]? Unpack(PdfStream stream) => _filters.Unpack(stream, Resolve);

    /// <summary>The first bytes of a stream; none where it cannot be unpacked.</summary>
    public byte[] Start(PdfStream stream, int length) => _filters.Unpack(stream, Resolve, length) ?? [];

    /// <summary>Counts what reading costs, whoever reads.</summary>
    /// <exception cref="PdfLimitException">It costs more than any honest file does.</exception>
    public void Spend(long cost)
    {
        _cost += cost;
        if (_cost > MostCost) throw new PdfLimitException(DocumentCodes.Damaged);
    }

    private void Take(int at, PdfObject read, Action<PdfFile, PdfObject> seen)
    {
        if (read.Number > 0) Place(read.Number, _content, at);
        if (read.Number > 0) LastObjectAt = at;
        if (read.Dictionary is { } dictionary && (read.Number == 0 || dictionary.Is("Type", "XRef"))) Trailer(dictionary);
        if (read.Dictionary?.Is("Type", "Catalog") == true) Root ??= new PdfReference(read.Number);
        seen(this, read);
        if (read.Value is PdfStream stream && stream.Dictionary.Is("Type", "ObjStm")) TakePacked(stream, seen);
    }

    private void Trailer(PdfDictionary trailer)
    {
        IsEncrypted |= trailer.Has("Encrypt");
        Root = trailer["Root"] ?? Root;
    }

    private void Place(int number, ReadOnlyMemory<byte> content, int at)
    {
        if (_places.Count >= MostObjects) throw new PdfLimitException(DocumentCodes.Damaged);
        _places[number] = (content, at);
    }

    /// <summary>Objects packed into a stream (clause 7.5.7): pairs of number and place, then the objects.</summary>
    private void TakePacked(PdfStream stream, Action<PdfFile, PdfObject> seen)
    {
        // Of an encrypted file nothing packed can be read; that it is encrypted stands in the trailer, further down.
        if (Unpack(stream) is not { } unpacked || (_packedKept += unpacked.Length) > MostPackedKept || Resolve(stream.Dictionary["First"]) is not double first)
        {
            IsReadable = false;
            return;
        }

        var table = new PdfLexer(unpacked);
        while (table.At < first && table.Next() is double number and > 0 and < int.MaxValue && table.Next() is double offset and >= 0 && first + offset < unpacked.Length)
        {
            var lexer = new PdfLexer(unpacked, (int)(first + offset));
            var read = new PdfObject((int)number, lexer.Next());
            Spend(lexer.Cost);
            Place(read.Number, unpacked, (int)(first + offset));
            if (read.Dictionary?.Is("Type", "Catalog") == true) Root ??= new PdfReference(read.Number);
            seen(this, read);
        }
    }
}
