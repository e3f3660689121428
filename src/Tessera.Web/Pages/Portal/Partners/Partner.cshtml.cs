using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Agreements;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Documents;
using Tessera.Features.News;
using Tessera.Features.Partners;
using Tessera.Web.Parts;
using Tessera.Web.Parts.Maps;

namespace Tessera.Web.Pages.Portal.Partners;

/// <summary>A partner's page.</summary>
public sealed class PartnerModel(PortalServices services, PartnerQueries partners, MapMaker maps, DocumentService documents, ActivityQueries activities, NewsQueries news) : PortalPageModel(services)
{
    private const int NewestNews = 3;

    /// <summary>The partner.</summary>
    public PartnerPage Partner { get; private set; } = null!;

    /// <summary>Where it lies, seen from home; null when that is not known.</summary>
    public PartnerMap? Map { get; private set; }

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    /// <summary>The partner before it in the register.</summary>
    public PartnerRow? Previous { get; private set; }

    /// <summary>The partner after it in the register.</summary>
    public PartnerRow? Next { get; private set; }

    /// <summary>The documents that everybody may see.</summary>
    public IReadOnlyList<DocumentView> Documents { get; private set; } = [];

    /// <summary>What is done together: the latest.</summary>
    public ActivityList Activities { get; private set; } = new([], 0);

    /// <summary>What the list of all that is done together asks.</summary>
    public ActivityFilter Together => new(Partner: Partner.Row.Slug, Span: ActivitySpan.All);

    /// <summary>What the office told of it last.</summary>
    public IReadOnlyList<NewsBrief> News { get; private set; } = [];

    /// <summary>The partner as schema.org knows it.</summary>
    public JsonNode? LinkedData { get; private set; }

    /// <summary>Names in the languages other than the reader's.</summary>
    public IEnumerable<SpokenText> OtherNames => Partner.Row.Names.Where(n => !n.IsIn(Language));

    public bool HasNote => !Partner.Note.IsEmpty;

    /// <summary>The base facts that are figures.</summary>
    public IEnumerable<BaseFactView> Figures => Partner.Facts.Where(f => f.Value is not null);

    /// <summary>The base facts that are sentences, by what they are about.</summary>
    public IEnumerable<IGrouping<string, BaseFactView>> Sentences => Partner.Facts.Where(f => f.Value is null).GroupBy(f => f.Kind);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await partners.FindAsync(Office, slug, Day, cancellation) is not { } found) return NotFound();
        Partner = found;
        Documents = await documents.OfPartnerAsync(Office, slug, publicOnly: true, cancellation);
        Activities = await activities.ListAsync(Office, new ActivityFilter(Partner: slug, Span: ActivitySpan.All), Day, publicOnly: true, cancellation);
        News = await news.NewestAsync(Office, new NewsFilter(Partner: slug), Day, NewestNews, cancellation);
        var all = (await partners.ListAllAsync(Office, new PartnerFilter(), Language, Day, cancellation)).Rows;
        Previous = all.LastOrDefault(p => p.Number < found.Row.Number);
        Next = all.FirstOrDefault(p => p.Number > found.Row.Number);
        Map = maps.OfPlace(Office, found.Row, Links, Display, Texts);
        Timeline = TimelineEntry.Of(found, Links, Texts, Display);
        var name = Display.Text(found.Row.Names)?.Text ?? found.Row.RegisteredName;
        ShowAs(name, Texts.With("partner.description", ("name", name), ("country", Display.Country(found.Row.Country))), found.UpdatedAt, HomeCrumb, RegisterCrumb);
        LinkedData = Linked.Partner(Office, found, Frame, Display);
        return Page();
    }

    /// <summary>What a figure is about: its own words where it has any, else its kind.</summary>
    public string FactLabel(BaseFactView fact) => Display.Text(fact.Text)?.Text ?? Texts["fact." + fact.Kind];
}

/// <summary>Something that happened in the life of a relation.</summary>
public sealed record TimelineEntry(PartialDate Date, string What, string? Href)
{
    /// <summary>The dates of the agreements and the events of the authority, oldest first.</summary>
    public static IReadOnlyList<TimelineEntry> Of(PartnerPage partner, PortalLinks links, Texts texts, Display display)
    {
        var agreed = partner.Agreements.SelectMany(a => a.Dates.Select(d => new TimelineEntry(d.Date, Sentence(a.Kind, a.Decision, d, texts), links.Agreement(a.Key))));
        var happened = partner.Events.Select(e => new TimelineEntry(e.Date, texts.With(
            e.To.Count == 0 ? "timeline.ended" : "timeline.event", ("event", texts.Of(e.Kind)), ("from", display.List(e.From)), ("to", display.List(e.To))), e.Source.Url));
        return [.. agreed.Concat(happened).OrderBy(e => e.Date)];
    }

    private static string Sentence(AgreementKind kind, string? decision, AgreementDate date, Texts texts)
    {
        var what = decision is null ? texts.Of(kind) : $"{texts.Of(kind)} {decision}";
        return texts.With("timeline.agreement", ("what", what), ("role", texts.Of(date.Role)));
    }
}
