using System.Text.Json;

namespace Tessera.Web.Parts;

/// <summary>Style sheet, scripts and icons under the names that carry their hash, so that browsers may keep them for ever.</summary>
public sealed class Assets
{
    private readonly Dictionary<string, string> _names;

    /// <param name="environment">Whose web root holds assets/manifest.json.</param>
    /// <exception cref="FileNotFoundException">The assets were not built.</exception>
    public Assets(IWebHostEnvironment environment)
    {
        var manifest = environment.WebRootFileProvider.GetFileInfo("assets/manifest.json");
        if (!manifest.Exists) throw new FileNotFoundException("The style sheet and scripts were not built: run `node scripts/assets.mjs`, or start Tessera with ./tessera, which does.");
        using var stream = manifest.CreateReadStream();
        _names = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    /// <summary>The address of an asset by its plain name, such as <c>site.css</c>.</summary>
    public string this[string name] => "/assets/" + _names[name];
}
