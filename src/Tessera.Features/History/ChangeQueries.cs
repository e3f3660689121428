using Microsoft.EntityFrameworkCore;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.History;

/// <summary>Reads the public side of the history.</summary>
public sealed class ChangeQueries(Database database)
{
    /// <summary>The newest changes of the office's register, newest first; the shared directory's are not the office's, and who works in it is not public.</summary>
    public async Task<IReadOnlyList<ChangeView>> RecentAsync(OfficeView office, int count, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var rows = await db.Changes.Where(c => c.Subject != "place" && c.Subject != "authority" && c.Subject != "authority-event" && c.Subject != "authority-proposal" && c.Subject != "member")
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(count).ToListAsync(cancellation);
        return [.. rows.Select(c => new ChangeView(
            c.Id, c.At, c.Kind, c.Subject, c.Subject == "base-fact" ? c.Parent ?? c.Key : c.Key, c.Names, [.. c.Fields.Select(f => f.Field)]))];
    }
}
