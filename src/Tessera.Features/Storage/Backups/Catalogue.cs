namespace Tessera.Features.Storage.Backups;

/// <summary>A table as PostgreSQL's catalogue describes it.</summary>
/// <param name="Quoted">Its name as SQL writes it, with the schema.</param>
/// <param name="Columns">Those that are stored, not computed.</param>
/// <param name="Key">The columns of its primary key as SQL writes them; null where it has none.</param>
/// <param name="HidesRows">Does row-level security bind the role of this session?</param>
/// <param name="IsRestricted">Has it a restrictive policy, which no other policy can widen?</param>
internal sealed record CatalogueTable(string Name, string Quoted, IReadOnlyList<string> Columns, string? Key, bool HidesRows, bool IsRestricted);

/// <summary>A foreign key between two tables.</summary>
/// <param name="Constraint">Its name as SQL writes it.</param>
/// <param name="Timing">When it is checked, as SQL says it.</param>
internal sealed record CatalogueReference(string From, string To, string QuotedFrom, string Constraint, string Timing);

/// <summary>A trigger that somebody wrote.</summary>
/// <param name="Enabling">The words of SQL that enable it again as it was.</param>
internal sealed record CatalogueTrigger(string Name, string QuotedTable, string Enabling);

/// <summary>What the schema <c>public</c> holds. What belongs to an extension is not ours, and the table of the migrations is the migrator's.</summary>
internal static class Catalogue
{
    private const string Ours = "not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')";

    private const string TablesSql = $"""
        select c.relname::text, format('%I.%I', n.nspname, c.relname), row_security_active(c.oid),
            exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive),
            array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum),
            (select string_agg(quote_ident(a.attname), ', ' order by k.place)
                from pg_index i, unnest(i.indkey::int2[]) with ordinality k (number, place), pg_attribute a
                where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.number)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'migration' and {Ours}
        order by c.relname collate "C"
        """;

    private const string ReferencesSql = """
        select c.relname::text, t.relname::text, k.conrelid::regclass::text, quote_ident(k.conname),
            case when not k.condeferrable then 'not deferrable' when k.condeferred then 'deferrable initially deferred' else 'deferrable initially immediate' end
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
        where k.contype = 'f' and k.conparentid = 0 and c.relnamespace = 'public'::regnamespace
        order by c.relname collate "C", k.conname collate "C"
        """;

    private const string TriggersSql = """
        select quote_ident(t.tgname), t.tgrelid::regclass::text, case t.tgenabled when 'A' then 'enable always' else 'enable' end
        from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled in ('O', 'A') and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        """;

    private const string SequencesSql = $"""
        select c.relname::text, format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'S' and {Ours} order by c.relname collate "C"
        """;

    /// <summary>The tables, by name.</summary>
    public static Task<IReadOnlyList<CatalogueTable>> TablesAsync(OwnerSession session, CancellationToken cancellation) => session.RowsAsync(
        TablesSql, r => new CatalogueTable(r.GetString(0), r.GetString(1), r.GetFieldValue<string[]>(4), r.TextOrNull(5), r.GetBoolean(2), r.GetBoolean(3)), cancellation);

    /// <summary>The foreign keys.</summary>
    public static Task<IReadOnlyList<CatalogueReference>> ReferencesAsync(OwnerSession session, CancellationToken cancellation) => session.RowsAsync(
        ReferencesSql, r => new CatalogueReference(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4)), cancellation);

    /// <summary>The triggers that fire.</summary>
    public static Task<IReadOnlyList<CatalogueTrigger>> TriggersAsync(OwnerSession session, CancellationToken cancellation) =>
        session.RowsAsync(TriggersSql, r => new CatalogueTrigger(r.GetString(0), r.GetString(1), r.GetString(2)), cancellation);

    /// <summary>The sequences with their names as SQL writes them, by name.</summary>
    public static Task<IReadOnlyList<(string Name, string Quoted)>> SequencesAsync(OwnerSession session, CancellationToken cancellation) =>
        session.RowsAsync(SequencesSql, r => (r.GetString(0), r.GetString(1)), cancellation);

    /// <summary>The migrations that the database has had, in order; none where it has no schema of Tessera.</summary>
    public static async Task<IReadOnlyList<BackupMigration>> MigrationsAsync(OwnerSession session, CancellationToken cancellation) =>
        await session.ScalarAsync<bool>("select to_regclass('public.migration') is not null", cancellation)
            ? await session.RowsAsync("select name, hash from migration order by name collate \"C\"", r => new BackupMigration(r.GetString(0), r.GetString(1)), cancellation)
            : [];
}
