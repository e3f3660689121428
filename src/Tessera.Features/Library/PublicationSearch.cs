using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Storage;

namespace Tessera.Features.Library;

/// <summary>
/// Searches the library. What is searched stands in the policy of publication_text and not in a condition, or row-level security would keep the index of words from being used (migration 0025). Of very many
/// hits the first <see cref="MostRanked"/> are ranked by their files too, since that reads the words of whole files: those that title, authors and abstract put first, then the newest.
/// </summary>
internal static class PublicationSearch
{
    /// <summary>Whole pages of a list.</summary>
    private const int MostRanked = 3 * PublicationFilter.PageSize;

    /// <summary>The most letters of a text out of which an excerpt is taken.</summary>
    private const int MostOfExcerpt = 60_000;

    private const int ShortestWord = 2;
    private const int ShortestStem = 3;

    private sealed record Said(string Query, string[] Stems, string Planning);

    private sealed record Match(Guid Id, float Near);

    private sealed record Around(Guid Id, string Text);

    /// <summary>What matches all the words in one of the dictionaries, or begins with them when folded, best first: a hit in the title weighs more than one among the authors, in the abstract, in the file.</summary>
    /// <param name="within">Among which it is searched; of the same unit of work.</param>
    /// <returns>A page of hits with their excerpts, and how many there are.</returns>
    public static async Task<(IReadOnlyList<(Guid Id, Excerpt Excerpt)> Hits, int Matching)> FindAsync(TesseraDb db, string searched, IQueryable<PublicationRecord> within, int from, CancellationToken cancellation)
    {
        var words = Folding.Of(searched).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= ShortestWord).ToList();
        if (words.Count == 0) return ([], 0);
        var (said, matching, near) = await MatchAsync(db, searched, words, within, from, cancellation);
        var ids = from < MostRanked ? await RankedAsync(db, said.Query, near, from, cancellation) : near;
        var texts = await db.Database.SqlQuery<Around>($"""
            select p.id as "Id", left(coalesce((select string_agg(value, E'\n') from jsonb_each_text(p.abstract)), '') || E'\n' || t.body, {MostOfExcerpt}) as "Text"
            from publication p join publication_text t on t.publication_id = p.id where p.id = any({ids})
            """).ToDictionaryAsync(a => a.Id, a => a.Text, cancellation);
        string[] marked = [.. words.Union(said.Stems.Select(s => Folding.Of(s)).Where(s => s.Length >= ShortestStem))];
        return ([.. ids.Select(id => (id, Excerpt.Around(texts[id], marked)))], matching);
    }

    /// <summary>Says what is searched for as long as the transaction lasts. A sequential scan would look cheaper to the planner than it is: it does not count that words of files stand out of line.</summary>
    private static async Task<(Said Said, int Matching, Guid[] Near)> MatchAsync(TesseraDb db, string searched, List<string> words, IQueryable<PublicationRecord> within, int from, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var folded = string.Join(" & ", words.Select(w => w + ":*"));
        var said = (await db.Database.SqlQuery<Said>($"""
            select set_config('tessera.words', (plainto_tsquery('hungarian', {searched}) || plainto_tsquery('swedish', {searched}) || plainto_tsquery('romanian', {searched})
                || plainto_tsquery('english', {searched}) || plainto_tsquery('german', {searched}) || plainto_tsquery('french', {searched}) || to_tsquery('simple', {folded}))::text, true) as "Query",
                tsvector_to_array(to_tsvector('hungarian', {searched}) || to_tsvector('swedish', {searched}) || to_tsvector('romanian', {searched})
                || to_tsvector('english', {searched}) || to_tsvector('german', {searched}) || to_tsvector('french', {searched})) as "Stems",
                set_config('enable_seqscan', 'off', true) as "Planning"
            """).ToListAsync(cancellation))[0];
        var found = from p in within
                    join m in db.Database.SqlQuery<Match>($"select publication_id as \"Id\", ts_rank_cd(head, searched_words(), 1) as \"Near\" from publication_text") on p.Id equals m.Id
                    select new { p.Id, p.Key, p.Year, m.Near };
        var ordered = found.OrderByDescending(f => f.Near).ThenByDescending(f => f.Year != null).ThenByDescending(f => f.Year).ThenBy(f => f.Key).Select(f => f.Id);
        var near = from < MostRanked ? ordered.Take(MostRanked) : ordered.Skip(from).Take(PublicationFilter.PageSize);
        return (said, await found.CountAsync(cancellation), await near.ToArrayAsync(cancellation));
    }

    private static async Task<Guid[]> RankedAsync(TesseraDb db, string query, Guid[] near, int from, CancellationToken cancellation) => [.. await db.Database.SqlQuery<Guid>($"""
        select publication_id as "Value" from publication_text where publication_id = any({near})
        order by ts_rank_cd(words, {query}::tsquery, 1) desc, array_position({near}, publication_id) limit {PublicationFilter.PageSize} offset {from}
        """).ToListAsync(cancellation)];
}
