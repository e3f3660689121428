using Microsoft.AspNetCore.Mvc.RazorPages;
using Tessera.Domain.Delegations;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Delegations;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>A page of a delegation.</summary>
public abstract class KeepingDelegationModel(DeskServices services, DelegationQueries queries) : DeskPageModel(services)
{
    private static readonly string[] Spoken = ["en", "fr", "de", "hu", "ro", "sv", "it", "es", "pl", "et", "fi", "uk", "bg", "hr", "sr", "sk", "sl", "cs", "nl", "pt", "el", "tr", "ka", "hy", "lt", "lv", "da", "nb", "is", "sq", "mk"];

    /// <summary>The delegation as it is kept.</summary>
    public DelegationView Kept { get; private set; } = null!;

    /// <summary>What it and its parts are called.</summary>
    public DelegationNames Names { get; private set; } = null!;

    /// <summary>What the page is about.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>The addresses of its pages.</summary>
    public DelegationLinks Pages => Links.Delegation(Kept.Key);

    /// <summary>May whoever asks change it?</summary>
    public bool MayEdit => Person.Is(OfficeRole.Editor);

    /// <summary>May whoever asks put the delegation and its documents on the portal, or take them from there?</summary>
    public bool MayPublish => Person.Is(OfficeRole.Approver);

    /// <summary>The delegation's own name.</summary>
    public string Name => Display.Text(Kept.Terms.Names)?.Text ?? Kept.Key;

    /// <summary>Its body's name.</summary>
    public string Body => DelegationNames.Body(Kept.Terms.Body, Kept.Terms.BodyNames, Texts, Display);

    /// <summary>What members did, as far as the page shows it.</summary>
    public virtual IEnumerable<DelegationContribution> Contributions => Kept.Contributions;

    /// <summary>The languages somebody may speak, by the reader's alphabet.</summary>
    public IEnumerable<Choice> SpokenLanguages => Spoken.Select(l => new Choice(l, Display.Language(l))).OrderBy(c => c.Label, Display.Alphabet);

    /// <summary>Under whose name changes stand in the history.</summary>
    protected Edit By => new(Person.Author);

    protected DelegationQueries Queries => queries;

    /// <summary>A day in words; that it is not known for null.</summary>
    public string Date(DateOnly? day) => Display.Date(day is { } known ? PartialDate.OfDay(known) : null);

    /// <summary>Who has a seating.</summary>
    public DelegationPerson Of(DelegationSeating seating) => Kept.Person(seating.Person);

    /// <summary>As what she is proposed, and how much wished for.</summary>
    public string Ranks(DelegationPerson person) => person.IsYouth ? Texts["delegation-desk.youth"] : string.Join(", ", new[] { (SeatKind.Representative, person.RepresentativeRank), (SeatKind.Substitute, person.SubstituteRank) }
        .Where(r => r.Item2 is not null).Select(r => Texts.With("delegation-desk.rank", ("kind", Texts.Of(r.Item1)), ("rank", Display.Number(r.Item2!.Value)))).DefaultIfEmpty("–"));

    /// <summary>Takes the delegation out; false when there is none.</summary>
    /// <param name="heading">The key of the page's heading; null for the delegation's name.</param>
    protected async Task<bool> OpenAsync(string key, string? heading)
    {
        if (await queries.FindAsync(Office, key, publicOnly: false, HttpContext.RequestAborted) is not { } found) return false;
        Show(found);
        Heading = heading is null ? Name : Texts[heading];
        ShowAs(heading is null ? Name : $"{Heading}: {Name}");
        return true;
    }

    /// <summary>Where a file of the delegation comes from.</summary>
    protected IReadOnlyList<string> FileAbout(string page) => [Display.Text(Office.Name)?.Text ?? Office.Slug, Name, page, Texts.With("site.last-updated", ("date", Display.Moment(Office.UpdatedAt)))];

    /// <summary>Shows the delegation as somebody else has left it.</summary>
    protected void Show(DelegationView delegation) => (Kept, Names) = (delegation, new DelegationNames(delegation, Texts, Display));

    /// <summary>The page again with what stands against a change; null when nothing does.</summary>
    protected PageResult? Say(IReadOnlyList<Finding> findings, Func<string, string>? fieldOf = null)
    {
        foreach (var finding in findings) Errors.Add(fieldOf is null ? finding.Path : fieldOf(finding.Path), Sentence(finding));
        return Errors.Any ? Refused() : null;
    }

    /// <summary>What was typed into a field of the form that was sent; else what is kept.</summary>
    public string Typed(string field, string kept = "") => Request.HasFormContentType && Request.Form.TryGetValue(field, out var typed) ? typed.ToString() : kept;

    /// <summary>The day that was typed into a field of the form that was sent.</summary>
    protected DateOnly? DayOf(string field) => DayInput.Read(Request.Form[field], field, Language, Texts, Errors);

    private string Sentence(Finding finding) => finding.Code == DelegationRefusal.RuleBroken && finding.Arguments.TryGetValue("rule", out var rule)
        ? Refusals.Sentence(Finding.About(finding.Path, finding.Code, ("rule", Names.Rule(rule))), Texts)
        : Refusals.Sentence(finding, Texts);
}
