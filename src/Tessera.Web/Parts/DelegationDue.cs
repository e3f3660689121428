using Tessera.Domain.Delegations;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Delegations;

namespace Tessera.Web.Parts;

/// <summary>Something that is to be done with a delegation.</summary>
/// <param name="Day">Until when; null for no day.</param>
public sealed record DelegationDue(string Sentence, DateOnly? Day)
{
    /// <summary>What is due on a day, the most pressing first.</summary>
    public static IReadOnlyList<DelegationDue> Of(DelegationView delegation, DateOnly today, Texts texts, Display display)
    {
        string Day(DateOnly day) => display.Date(PartialDate.OfDay(day));
        DelegationDue Until(DateOnly? day, string ahead, string over) => new(texts.With(day < today ? over : ahead, ("day", day is { } known ? Day(known) : texts["unknown"])), day);
        return delegation.State switch
        {
            DelegationState.Preparing => [new(texts["delegation-desk.due-call"], null)],
            DelegationState.Called => [Until(delegation.ProposalsUntil, "delegation-desk.due-proposals", "delegation-desk.due-compose")],
            DelegationState.Consulting => [Until(delegation.ConsultingUntil, "delegation-desk.due-replies", "delegation-desk.due-appointment")],
            DelegationState.Appointed => InOffice(delegation, today, texts, Day),
            _ => [],
        };
    }

    private static List<DelegationDue> InOffice(DelegationView delegation, DateOnly today, Texts texts, Func<DateOnly, string> name)
    {
        var due = new List<DelegationDue>();
        if (delegation.Terms.Last < today) due.Add(new DelegationDue(texts.With("delegation-desk.due-end", ("day", name(delegation.Terms.Last))), delegation.Terms.Last));
        if (today < delegation.Terms.First) return due;
        var vacant = delegation.VacantOn(today);
        foreach (var vacancy in vacant.Where(v => v.FillUntil is not null).OrderBy(v => v.FillUntil))
        {
            due.Add(new DelegationDue(texts.With(vacancy.FillUntil < today ? "delegation-desk.due-fill-over" : "delegation-desk.due-fill", ("day", name(vacancy.FillUntil!.Value)), ("seat", texts.Of(vacancy.Kind))), vacancy.FillUntil));
        }

        var open = vacant.Count(v => v.FillUntil is null);
        if (open > 0) due.Add(new DelegationDue(texts["delegation-desk.due-vacant", open], null));
        if (delegation.CredentialsOn is null) due.Add(new DelegationDue(texts["delegation-desk.due-credentials"], null));
        if (delegation.PublishedAt is null) due.Add(new DelegationDue(texts["delegation-desk.due-publish"], null));
        return due;
    }
}
