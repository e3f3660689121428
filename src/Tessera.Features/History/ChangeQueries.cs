using Microsoft.EntityFrameworkCore;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.History;

/// <summary>Reads the public side of the history.</summary>
public sealed class ChangeQueries(Database database)
{
    /// <summary>What a change may be of to be told to everybody: the register itself; neither the shared directory, nor who works in the office, nor whom it knows, nor what is filed.</summary>
    private static readonly string[] Public = ["office", "source", "partner", "agreement", "base-fact", "membership", "settlement-relation"];

    /// <summary>The newest changes of the office's register, newest first.</summary>
    public async Task<IReadOnlyList<ChangeView>> RecentAsync(OfficeView office, int count, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var rows = await db.Changes.Where(c => Public.Contains(c.Subject))
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(count).ToListAsync(cancellation);
        return [.. rows.Select(c => new ChangeView(
            c.Id, c.At, c.Kind, c.Subject, c.Subject == "base-fact" ? c.Parent ?? c.Key : c.Key, c.Names, [.. c.Fields.Select(f => f.Field)]))];
    }
}
