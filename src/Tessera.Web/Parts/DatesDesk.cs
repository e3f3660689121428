using Tessera.Domain.Calendar;
using Tessera.Features.Calendar;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Programmes;
using Tessera.Interchange.Offices;

namespace Tessera.Web.Parts;

/// <summary>Answers a form that asks for dates, and makes the programme when one of them was taken; the same for the office and for an organiser.</summary>
public sealed class DatesDesk(BestDates dates, ActivityService activities)
{
    /// <summary>The key of the programme that was made, or the dates; neither where the form has errors.</summary>
    /// <param name="viewer">The organiser who reads; null for the office.</param>
    public async Task<(string? Key, RankedLook? Ranked)> AskAsync(
        OfficeView office, DatesForm form, OrganiserView? organiser, string? viewer, Edit edit, Texts texts, Display display, CancellationToken cancellation)
    {
        var item = form.Item(office, organiser, texts.Language, texts);
        if (form.Window(item, texts) is not { } window || form.Errors.Any || organiser is null) return default;
        if (ActivityTime.WhyNot(item.StatedTime()) is { Count: > 0 } wrong)
        {
            foreach (var (member, code) in wrong) form.Errors.Add(member, Refusals.Sentence(Finding.About(member, code), texts));
            return default;
        }

        if (form.Taken is { } day)
        {
            var (result, key) = await activities.AddAsync(office, BestDates.On(item, day), edit, cancellation);
            foreach (var finding in result.Findings) form.Errors.Add(DatesForm.Field(finding.Path), Refusals.Sentence(finding, texts));
            return result.IsDone ? (key, null) : default;
        }

        if (await dates.ForAsync(office, item, organiser, window, cancellation) is not { } ranked)
        {
            form.Errors.Add("latitude", texts["dates.no-place"]);
            return default;
        }

        return (null, new RankedLook(ranked.Dates, new BoardSentences(ranked.Season, viewer, texts, display)));
    }
}
