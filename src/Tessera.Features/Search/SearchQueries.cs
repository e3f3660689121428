using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;

namespace Tessera.Features.Search;

/// <summary>What a hit is.</summary>
public enum HitKind
{
    /// <summary>A partner.</summary>
    Partner,

    /// <summary>An agreement, found by its decision or its partner.</summary>
    Agreement,

    /// <summary>An activity, found by its title or place.</summary>
    Activity,

    /// <summary>A person at a partner.</summary>
    Contact,

    /// <summary>A document, found by its title or what stands in it.</summary>
    Document,

    /// <summary>A publication, found by its title, authors or abstract.</summary>
    Publication,
}

/// <summary>A hit of the search.</summary>
/// <param name="Key">The key of the partner, agreement, activity or publication; of a contact the partner's; of a document its number.</param>
/// <param name="Names">The names of the partner, activity or publication.</param>
/// <param name="Text">A decision, a person, a title.</param>
public sealed record Hit(HitKind Kind, string Key, LocalText Names, string Text);

/// <summary>One search over everything that an office keeps, in any spelling.</summary>
public sealed class SearchQueries(Database database, PartnerQueries partners)
{
    /// <summary>Hits of one kind at the most.</summary>
    public const int MostOfAKind = 20;

    private const int ShortestWord = 2;

    /// <summary>What matches: partners first, then agreements, activities, publications, people, documents.</summary>
    public async Task<IReadOnlyList<Hit>> FindAsync(OfficeView office, string said, string language, DateOnly day, CancellationToken cancellation)
    {
        var folded = Folding.Of(said);
        if (folded.Length < ShortestWord) return [];
        var register = await partners.ListAllAsync(office, new PartnerFilter(Search: said), language, day, cancellation);
        var hits = register.Rows.Take(MostOfAKind).Select(r => new Hit(HitKind.Partner, r.Slug, r.Names, "")).ToList();
        hits.AddRange(register.Rows.SelectMany(r => r.Agreements.Where(a => a.Decision is not null && Folding.Of(a.Decision).Contains(folded, StringComparison.Ordinal)).Select(a => new Hit(HitKind.Agreement, a.Key, r.Names, a.Decision!))).Take(MostOfAKind));
        await using var db = database.ForOffice(office.Id);
        var activities = await db.Activities.Where(a => a.SearchText.Contains(folded)).OrderByDescending(a => a.FirstDay).ThenBy(a => a.Key).Take(MostOfAKind).Select(a => new { a.Key, a.Title }).ToListAsync(cancellation);
        hits.AddRange(activities.Select(a => new Hit(HitKind.Activity, a.Key, a.Title, "")));
        var publications = await db.Publications.Where(p => p.Folded.Contains(folded)).OrderByDescending(p => p.Year).ThenBy(p => p.Key).Take(MostOfAKind).Select(p => new { p.Key, p.Title }).ToListAsync(cancellation);
        hits.AddRange(publications.Select(p => new Hit(HitKind.Publication, p.Key, p.Title, "")));
        var people = await db.Contacts.Where(c => c.Folded.Contains(folded)).OrderBy(c => c.Name).Take(MostOfAKind).Select(c => new { c.Name, c.Role, c.Partner!.Key, c.Partner.Names }).ToListAsync(cancellation);
        hits.AddRange(people.Select(c => new Hit(HitKind.Contact, c.Key, c.Names, c.Role.Length > 0 ? $"{c.Name}, {c.Role}" : c.Name)));
        hits.AddRange(await DocumentsAsync(db, folded, cancellation));
        return hits;
    }

    /// <summary>Every word has to begin a word of the document.</summary>
    private static async Task<IEnumerable<Hit>> DocumentsAsync(TesseraDb db, string folded, CancellationToken cancellation)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => string.Concat(w.Where(char.IsLetterOrDigit))).Where(w => w.Length >= ShortestWord).ToList();
        if (words.Count == 0) return [];
        var query = string.Join(" & ", words.Select(w => w + ":*"));
        var found = await db.Documents.Where(d => d.WithdrawnAt == null && EF.Functions.ToTsVector("simple", d.FoldedText).Matches(EF.Functions.ToTsQuery("simple", query)))
            .OrderByDescending(d => d.UploadedAt).Take(MostOfAKind).Select(d => new { d.Id, d.Title, Partner = d.Partner!.Names, Publication = d.Publication!.Title, Membership = d.Membership!.Organisation!.Names }).ToListAsync(cancellation);
        return found.Select(d => new Hit(HitKind.Document, d.Id.ToString(), d.Partner ?? d.Publication ?? d.Membership, d.Title));
    }
}
