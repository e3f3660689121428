namespace Tessera.Interchange.Places;

/// <summary>The file of the directory of places is missing, cut short, changed, or of another version; the message says which in a sentence.</summary>
public sealed class PlacesFileException(string message, Exception? cause = null) : IOException(message, cause);
