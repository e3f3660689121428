using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using Tessera.Domain.Vocabulary;

namespace Tessera.Web.Parts;

/// <summary>Every text of the program in its languages, from the .po files that are part of it.</summary>
public sealed class TextCatalogue
{
    private const string Prefix = "Locales.";
    private static readonly Lazy<TextCatalogue> Loaded = new(() => new TextCatalogue());
    private readonly FrozenDictionary<string, FrozenDictionary<string, IReadOnlyList<string>>> _languages;

    private TextCatalogue() => _languages = Languages.Interface.ToFrozenDictionary(l => l, Load, StringComparer.Ordinal);

    /// <summary>The one catalogue of the process.</summary>
    public static TextCatalogue Shared => Loaded.Value;

    /// <summary>Is a key without a text an error? It is while the program is made and tested; a reader is better served by a page with a key in it than by none.</summary>
    public static bool IsStrict { get; set; }

    /// <summary>The texts in a language of the interface.</summary>
    public Texts For(string language) => new(language, _languages[language]);

    /// <summary>Every key of a language with its forms.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Entries(string language) => _languages[language];

    private static FrozenDictionary<string, IReadOnlyList<string>> Load(string language)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var texts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith($"{Prefix}{language}.", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            foreach (var entry in PoFile.Read(reader.ReadToEnd(), name))
            {
                if (!texts.TryAdd(entry.Key, entry.Forms)) throw new FormatException($"{name}: '{entry.Key}' stands there again.");
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
