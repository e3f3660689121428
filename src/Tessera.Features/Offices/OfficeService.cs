using System.Security.Cryptography;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Offices;

/// <summary>
/// Keeps what changes seldom: the office's own sheet, its memberships, relations of settlements, sources, and events of authorities. The office is taken out as its file,
/// changed, held against the file's rules, and loaded again: only what differs is written and enters the history.
/// </summary>
public sealed class OfficeService(OfficeLoader loader)
{
    /// <summary>The office as its file, without its activities.</summary>
    public async Task<OfficeFile> FileAsync(OfficeView office, CancellationToken cancellation) =>
        await loader.DumpAsync(office.Slug, withActivities: false, cancellation) ?? throw new InvalidOperationException($"No office {office.Slug}.");

    /// <summary>What names a state of something, so that a form knows whether somebody has changed it since it was opened.</summary>
    public static string StateOf<T>(T item) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(OfficeItems.Write(item))))[..16];

    /// <summary>Changes the office; what is wrong comes back as findings, and then nothing was changed.</summary>
    /// <param name="change">Is given the office as it stands when nobody else can change it any more.</param>
    public async Task<IReadOnlyList<Finding>> ChangeAsync(OfficeView office, Func<OfficeFile, OfficeFile> change, Edit edit, CancellationToken cancellation)
    {
        return (await loader.ChangeAsync(office.Slug, change, edit, cancellation)).Findings;
    }

    /// <summary>A key for an authority that is new to the directory which all offices share.</summary>
    public Task<string> FreeAuthorityKeyAsync(string name, string otherwise, CancellationToken cancellation) => loader.FreeAuthorityKeyAsync(name, otherwise, cancellation);
}
