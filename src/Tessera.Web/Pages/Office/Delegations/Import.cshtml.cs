using System.Text;
using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Delegations;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Popolo;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>Takes over delegations from a file: it is read, shown as what would come, and taken when that is confirmed. Until then it is kept in the form alone.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class ImportModel(DeskServices services, DelegationImport import) : DeskPageModel(services)
{
    /// <summary>What is to be taken over; empty before a file was read.</summary>
    public IReadOnlyList<StatedDelegation> Stated { get; private set; } = [];

    /// <summary>What is wrong with the file, each with its line.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>The file as the form carries it on.</summary>
    public string Carried { get; private set; } = "";

    public string FileName { get; private set; } = "";

    /// <summary>Which were chosen; null before anybody could.</summary>
    public IReadOnlyList<string>? Chosen { get; private set; }

    /// <summary>How many left early of whom the file does not say why.</summary>
    public int Unexplained => Stated.Sum(s => Taken(s).Unexplained.Count());

    public void OnGet() => ShowAs(Texts["delegation-import.heading"]);

    public async Task<IActionResult> OnPostReadAsync(IFormFile? file)
    {
        ShowAs(Texts["delegation-import.heading"]);
        if (file is null or { Length: 0 } or { Length: > DelegationFileReader.Most })
        {
            Errors.Add("file", file is { Length: > 0 } ? Texts.With("delegation-file.too-large", ("most", DelegationFileReader.MostText)) : Texts["delegation-import.no-file"]);
            return Refused();
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        Read(bytes.ToArray(), Path.GetFileName(file.FileName));
        return Findings.Count > 0 ? Refused() : Page();
    }

    public async Task<IActionResult> OnPostTakeAsync([FromForm] string? content, [FromForm] string? fileName, [FromForm] string[]? take)
    {
        ShowAs(Texts["delegation-import.heading"]);
        Read(Bytes(content), fileName ?? "");
        Chosen = take ?? [];
        var wanted = Stated.Where(s => Chosen.Contains(s.Key)).ToList();
        if (wanted.Count == 0) Errors.Add("", Texts["delegation-import.none-chosen"]);
        if (Errors.Any || Findings.Count > 0) return Refused();
        foreach (var stated in wanted)
        {
            var (findings, _) = await import.TakeAsync(Office, Taken(stated), new Edit(Person.Author), HttpContext.RequestAborted);
            if (findings.Count == 0) Chosen = [.. Chosen.Where(k => k != stated.Key)];
            foreach (var finding in findings) Errors.Add("", $"{stated.Name}: {Refusals.Sentence(finding, Texts)}");
        }

        return Errors.Any ? Refused() : await DoneAsync(Links.Delegations, Texts["delegation-import.done", wanted.Count]);
    }

    /// <summary>What would be kept of it.</summary>
    public TakenDelegation Taken(StatedDelegation stated) => TakenDelegation.Of(stated, Office.Languages[0], Texts.With("delegation-import.source", ("file", FileName), ("day", Display.Date(PartialDate.OfDay(Day)))));

    /// <summary>A seat in words.</summary>
    public string SeatOf(string kind, string chamber) => Texts[$"delegation-page.seat-{kind}{(chamber == StatedDelegation.NoChamber ? "" : "-" + chamber)}"];

    /// <summary>Why somebody left as it would be kept; a dash for whoever sat to the end.</summary>
    public string WhyLeft(StatedDelegation stated, int member)
    {
        var taken = Taken(stated);
        return taken.EndingOf(taken.Members[member]) is { } ending ? Texts.Of(ending) : "–";
    }

    /// <summary>A day in words.</summary>
    public string Date(DateOnly? day) => day is { } known ? Display.Date(PartialDate.OfDay(known)) : "–";

    private void Read(byte[] bytes, string name)
    {
        var reading = DelegationFileReader.Read(bytes, name);
        (Stated, Findings, FileName, Carried) = (reading.Delegations, reading.Findings, name, Convert.ToBase64String(bytes));
    }

    private static byte[] Bytes(string? content)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(content ?? "")];
        return Convert.TryFromBase64String(content ?? "", bytes, out var length) ? bytes[..length] : [];
    }
}
