namespace Tessera.Features.Storage.Backups;

/// <summary>
/// Empties the schema <c>public</c>, within the caller's transaction: it belongs to Tessera, and its migrations make it anew. What belongs to extensions stays.
/// The schema itself stays too, since the extensions live in it and it may not be the owner's.
/// </summary>
internal static class SchemaRemoval
{
    private const string StatementsSql = """
        with thing (place, class, id, statement) as (
            select case when relkind = 'S' then 2 else 1 end, 'pg_class'::regclass, c.oid, format('drop %s if exists public.%I cascade',
                case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' when 'f' then 'foreign table' when 'c' then 'type' else 'table' end, relname)
                from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S', 'f', 'c')
            union all select 3, 'pg_proc'::regclass, oid, format('drop routine if exists %s cascade', oid::regprocedure) from pg_proc where pronamespace = 'public'::regnamespace
            union all select 4, 'pg_type'::regclass, oid, format('drop %s if exists public.%I cascade', case typtype when 'd' then 'domain' else 'type' end, typname)
                from pg_type where typnamespace = 'public'::regnamespace and typtype in ('d', 'e', 'r')
            union all select 5, 'pg_ts_config'::regclass, oid, format('drop text search configuration if exists public.%I cascade', cfgname)
                from pg_ts_config where cfgnamespace = 'public'::regnamespace
            union all select 6, 'pg_ts_dict'::regclass, oid, format('drop text search dictionary if exists public.%I cascade', dictname)
                from pg_ts_dict where dictnamespace = 'public'::regnamespace
            union all select 7, 'pg_collation'::regclass, oid, format('drop collation if exists public.%I cascade', collname)
                from pg_collation where collnamespace = 'public'::regnamespace)
        select statement from thing
        where not exists (select from pg_depend d where d.classid = thing.class and d.objid = thing.id and d.deptype = 'e')
        order by place, statement
        """;

    public static async Task RunAsync(OwnerSession session, CancellationToken cancellation)
    {
        foreach (var statement in await session.RowsAsync(StatementsSql, r => r.GetString(0), cancellation)) await session.RunAsync(statement, cancellation);
    }
}
