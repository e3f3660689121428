using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Reports;
using Tessera.Web.Caching;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Reports;

/// <summary>Where a reader says what is wrong on a page.</summary>
[NeverCached]
public sealed class ReportModel(PortalServices services, ErrorReportService reports) : PortalPageModel(services), IHasErrors
{
    private const int LongestPage = 300;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public ReportInput Input { get; set; } = new();

    /// <summary>Has a report just been sent?</summary>
    public bool IsSent { get; private set; }

    /// <summary>The page the reader came from.</summary>
    public string BackTo { get; private set; } = "";

    /// <inheritdoc />
    public FormErrors Errors { get; } = new();

    public void OnGet(string? page, bool sent = false)
    {
        BackTo = IsOwn(page) ? page! : Links.Home;
        Input = new ReportInput { About = BackTo };
        IsSent = sent;
        ShowAs(Texts["report.heading"], Texts["report.lede"], HomeCrumb);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? about, [FromForm] string? message, [FromForm] string? reply, [FromForm] string? website, CancellationToken cancellation)
    {
        Input = new ReportInput { About = about?.Trim() ?? "", Message = message?.Trim() ?? "", Reply = reply?.Trim() ?? "" };
        BackTo = IsOwn(Input.About) ? Input.About : Links.Home;
        ShowAs(Texts["report.heading"], Texts["report.lede"], HomeCrumb);
        Check();
        if (Errors.Any)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (string.IsNullOrEmpty(website))
        {
            await reports.SubmitAsync(Office, new ErrorReport(Input.About, Input.Message, Input.Reply.Length == 0 ? null : Input.Reply, Language), cancellation);
        }

        return Redirect(Links.ReportSent(BackTo));
    }

    private void Check()
    {
        if (Input.About.Length > LongestPage) Errors.Add("about", Texts["report.page-long"]);
        if (Input.Message.Length == 0) Errors.Add("message", Texts["report.message-missing"]);
        if (Input.Message.Length > ErrorReport.LongestMessage) Errors.Add("message", Texts.With("report.message-long", ("most", Display.Number(ErrorReport.LongestMessage))));
        if (Input.Reply.Length > 0 && (Input.Reply.Length > ErrorReport.LongestReplyTo || !new EmailAddressAttribute().IsValid(Input.Reply))) Errors.Add("reply", Texts["report.reply-wrong"]);
    }

    private bool IsOwn(string? page) => page is not null && page.Length <= LongestPage && page.StartsWith($"/{Office.Slug}/", StringComparison.Ordinal);
}

/// <summary>What a reader typed into the form.</summary>
public sealed record ReportInput
{
    public string About { get; init; } = "";

    public string Message { get; init; } = "";

    public string Reply { get; init; } = "";
}
