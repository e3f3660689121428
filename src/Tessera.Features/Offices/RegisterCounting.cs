using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tessera.Features.Storage;

namespace Tessera.Features.Offices;

/// <summary>Counts an office's register anew for the index of offices.</summary>
internal static class RegisterCounting
{
    private const string Count = """
        insert into register_count (office_id, partners, countries, agreements, memberships)
        select {0}, (select count(*) from partner where archived_on is null),
            (select count(distinct a.country) from partner p join authority a on a.id = p.authority_id where p.archived_on is null),
            (select count(*) from agreement g join partner p on p.id = g.partner_id where p.archived_on is null), (select count(*) from membership)
        on conflict (office_id) do update set partners = excluded.partners, countries = excluded.countries,
            agreements = excluded.agreements, memberships = excluded.memberships
        """;

    private static readonly string Numbered = Count.Replace("{0}", "$1", StringComparison.Ordinal);

    /// <summary>To be called in the transaction that changed the register, by a session that works for the office.</summary>
    public static Task CountAsync(TesseraDb db, int office, CancellationToken cancellation) => db.Database.ExecuteSqlRawAsync(Count, [office], cancellation);

    /// <summary>The same as a command of a batch.</summary>
    public static NpgsqlBatchCommand Command(int office) => new(Numbered) { Parameters = { new NpgsqlParameter<int> { TypedValue = office } } };
}
