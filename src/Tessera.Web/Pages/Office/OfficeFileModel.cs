using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office;

/// <summary>A page that changes something of the office's file.</summary>
public abstract class OfficeFileModel(DeskServices services, OfficeService offices) : DeskPageModel(services)
{
    /// <summary>The office as its file.</summary>
    public OfficeFile Whole { get; private set; } = null!;

    /// <summary>Names the state that the form was opened with.</summary>
    public string State { get; protected set; } = "";

    /// <summary>Has somebody else changed it since?</summary>
    public bool IsStale { get; private set; }

    protected async Task OpenAsync() => Whole = await offices.FileAsync(Office, HttpContext.RequestAborted);

    /// <summary>Saves; null when it is done, else the page again with what stands against it.</summary>
    /// <param name="seen">The state that the form was opened with.</param>
    /// <param name="now">The state as it is kept.</param>
    protected async Task<IActionResult?> SaveAsync(string? seen, string now, Func<OfficeFile, OfficeFile> change, Func<string, string> fieldOf)
    {
        if (Errors.Any) return Refused();
        State = now;
        if (seen != now)
        {
            IsStale = true;
            Errors.Add("", Texts["settings.meanwhile"]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        foreach (var finding in await offices.ChangeAsync(Office, change, new Edit(Person.Author), HttpContext.RequestAborted)) Errors.Add(fieldOf(finding.Path), Refusals.Sentence(finding, Texts));
        return Errors.Any ? Refused() : null;
    }
}
