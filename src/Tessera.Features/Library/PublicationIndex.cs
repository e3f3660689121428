using Microsoft.EntityFrameworkCore;
using Tessera.Features.Storage;

namespace Tessera.Features.Library;

/// <summary>
/// Writes the words by which publications are found: of title and abstract in the dictionary of their language, of the file in that of the publication, and all of it folded besides, so that a
/// word is found whether or not its accents were typed. Whoever writes a publication or its file calls it in the same transaction, after saving.
/// </summary>
internal static class PublicationIndex
{
    /// <summary>Letters of a file that are searched; a tsvector holds a megabyte at the most.</summary>
    public const int MostLetters = 200_000;

    /// <summary>Takes the text of a publication's file over; empty when it has none any more.</summary>
    public static async Task SetBodyAsync(TesseraDb db, Guid publication, string body, string foldedBody, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"""
            insert into publication_text (publication_id, body, folded_body, words) values ({publication}, {body}, {foldedBody}, ''::tsvector)
            on conflict (publication_id) do update set body = excluded.body, folded_body = excluded.folded_body
            """, cancellation);
        await WriteAsync(db, [publication], cancellation);
    }

    /// <summary>Writes the words of these publications anew. Linear in their texts.</summary>
    public static Task WriteAsync(TesseraDb db, IReadOnlyList<Guid> publications, CancellationToken cancellation)
    {
        var ids = publications.ToArray();
        return db.Database.ExecuteSqlAsync($"""
            insert into publication_text (publication_id, body, folded_body, words, head)
            select id, body, folded_body, words, ts_filter(words, array['a', 'b', 'c']::"char"[]) from (select p.id, coalesce(t.body, '') as body, coalesce(t.folded_body, '') as folded_body,
                coalesce((select string_agg(setweight(to_tsvector(dictionary_of(s.key), s.value), 'A')::text, ' ') from jsonb_each_text(p.title) s)::tsvector, ''::tsvector)
                || setweight(to_tsvector('pg_catalog.simple', array_to_string(p.authors, ' ')), 'B')
                || coalesce((select string_agg(setweight(to_tsvector(dictionary_of(s.key), s.value), 'C')::text, ' ') from jsonb_each_text(p.abstract) s)::tsvector, ''::tsvector)
                || setweight(to_tsvector('pg_catalog.simple', p.folded), 'B')
                || setweight(to_tsvector(dictionary_of(p.language), coalesce(t.body, '')), 'D')
                || setweight(to_tsvector('pg_catalog.simple', coalesce(t.folded_body, '')), 'D') as words
                from publication p left join publication_text t on t.publication_id = p.id where p.id = any({ids}) offset 0) w
            on conflict (publication_id) do update set words = excluded.words, head = excluded.head
            """, cancellation);
    }
}
