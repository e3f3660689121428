using Tessera.Features.Calendar;
using Tessera.Features.Delegations;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Programmes;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Web.Commands;

/// <summary>
/// Loads the example offices that are not there yet. One that is there is kept at its desk, and no file overwrites that. A region's season is moved into the year to come, and a plan for it is
/// worked out, so that its desk has something to show at once.
/// </summary>
internal sealed class ExampleOffices(Database database, TimeProvider time)
{
    private const string Author = "tessera office examples";

    private readonly OfficeLoader _loader = new(database, time);

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>The office files of the folder whose offices the installation does not have.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(string folder, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder)) return [];
        var known = await new OfficeQueries(database).SlugsAsync(cancellation);
        return [.. Directory.GetFiles(folder, "*.json").Where(p => !known.Contains(Path.GetFileNameWithoutExtension(p))).Order(StringComparer.Ordinal)];
    }

    /// <summary>Loads <see cref="MissingAsync">what is missing</see>.</summary>
    public async Task<IReadOnlyList<OfficeLoading>> LoadAsync(string folder, CancellationToken cancellation)
    {
        var loadings = new List<OfficeLoading>();
        foreach (var path in await MissingAsync(folder, cancellation)) loadings.Add(await LoadFileAsync(path, cancellation));
        return loadings;
    }

    private async Task<OfficeLoading> LoadFileAsync(string path, CancellationToken cancellation)
    {
        ReadOnlyMemory<byte> bytes = await File.ReadAllBytesAsync(path, cancellation);
        var file = OfficeFileReader.Read(bytes, Path.GetFileName(path)).File;
        var coming = file is null ? null : ComingSeason.Of(file, Today);
        var loading = await _loader.LoadAsync(ReferenceEquals(coming, file) ? bytes : OfficeFileWriter.Write(coming!), Path.GetFileName(path), Author, cancellation);
        if (!loading.IsRefused && file is { Organisers.Count: > 0 }) await PlanAsync(file.Office.Slug, cancellation);
        return loading.IsRefused || file is null ? loading : loading with { Findings = [.. loading.Findings, .. await DelegationsAsync(file.Office.Slug, path, cancellation)] };
    }

    /// <summary>The office's delegations, where the folder has an example of them.</summary>
    private async Task<IReadOnlyList<Finding>> DelegationsAsync(string slug, string path, CancellationToken cancellation)
    {
        var example = Path.Combine(Path.GetDirectoryName(path)!, "delegations", slug + ".json");
        if (!File.Exists(example) || await new OfficeQueries(database).FindAsync(slug, cancellation) is not { } office) return [];
        return await new ExampleDelegations(database, time).LoadAsync(office, await File.ReadAllTextAsync(example, cancellation), new Edit(Author), cancellation);
    }

    private async Task PlanAsync(string slug, CancellationToken cancellation)
    {
        if (await new OfficeQueries(database).FindAsync(slug, cancellation) is not { } office) return;
        var seasons = new SeasonQueries(database);
        var plans = new PlanService(database, seasons, new ActivityService(database, time), time);
        await plans.MakeAsync(office, await seasons.ComingAsync(office, Today, cancellation), Author, cancellation);
    }
}
