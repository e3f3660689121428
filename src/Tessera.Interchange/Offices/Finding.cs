namespace Tessera.Interchange.Offices;

/// <summary>Something wrong in an office file: where it stands and why it is refused.</summary>
/// <param name="Line">From 1; 0 where the finding is about the file as a whole.</param>
/// <param name="Column">From 1, in bytes of the line.</param>
/// <param name="Path">Such as <c>partners[3].agreements[0].dates[1].date</c>.</param>
/// <param name="Code">One of <see cref="OfficeFileCodes"/>, or of the dates' refusals; the sentence is in the program's texts.</param>
public sealed record Finding(string File, int Line, int Column, string Path, string Code, IReadOnlyDictionary<string, string> Arguments)
{
    /// <summary>A finding about a field of a form, or with an empty path about all of it.</summary>
    public static Finding About(string path, string code, params (string Name, string Value)[] arguments) =>
        new("", 0, 0, path, code, arguments.Append((Name: "field", Value: path)).ToDictionary(a => a.Name, a => a.Value));
}

/// <summary>What was read: the file when nothing is wrong with it, else what is wrong.</summary>
public sealed record OfficeFileReading(OfficeFile? File, IReadOnlyList<Finding> Findings);
