using System.Globalization;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Delegations;
using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>Somebody who is proposed, as she stands in the fields of the form; what was typed stays as it was typed.</summary>
public sealed class PersonForm
{
    private readonly Dictionary<string, string> _values = [];
    private readonly List<LocalText> _posts = [];

    private PersonForm()
    {
    }

    public LocalText PublicOffice { get; private set; } = LocalText.Empty;

    /// <summary>What the posts are called, row by row.</summary>
    public IReadOnlyList<LocalText> Posts => _posts;

    /// <summary>What stands in a field.</summary>
    public string this[string field] => _values.GetValueOrDefault(field, "");

    /// <summary>Is a box ticked?</summary>
    public bool Is(string field) => this[field] == "true";

    /// <summary>As she is kept, with an empty row for a post; as somebody new for null.</summary>
    public static PersonForm Of(DelegationPerson? person, DelegationTraits traits)
    {
        var form = new PersonForm();
        void Put(string field, string? value) => form._values[field] = value ?? "";
        string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
        foreach (var (field, value) in new[] { ("name", person?.Name), ("proposer", person?.Proposer), ("authority", person?.Authority), ("region", person?.Region), ("email", person?.Email), ("phone", person?.Phone), ("language", person?.Language) }) Put(field, value);
        Put("level", Words<AuthorityLevel>.Write(person?.Level ?? AuthorityLevel.Local));
        Put("mandate", Words<MandateKind>.Write(person?.Mandate ?? MandateKind.Elected));
        Put("mandateSince", DayInput.Of(person?.MandateSince));
        Put("mandateUntil", DayInput.Of(person?.MandateUntil));
        Put("representativeRank", Number(person?.RepresentativeRank));
        Put("substituteRank", Number(person?.SubstituteRank));
        Put("isYouth", person?.IsYouth == true ? "true" : "");
        Put("mayBeNamed", person?.MayBeNamed == true ? "true" : "");
        Put("sex", Words<Sex>.Write(traits.Sex));
        Put("birthYear", Number(traits.BirthYear));
        Put("politicalGroup", traits.PoliticalGroup);
        form.PublicOffice = person?.PublicOffice ?? LocalText.Empty;
        foreach (var (row, post) in (person?.Posts ?? []).Append(new DelegationPost(LocalText.Empty, null, null)).Index())
        {
            form._posts.Add(post.Title);
            Put(Row("post-from", row), DayInput.Of(post.From));
            Put(Row("post-until", row), DayInput.Of(post.Until));
        }

        return form;
    }

    /// <summary>As it was typed.</summary>
    public static PersonForm Of(IFormCollection typed)
    {
        var form = new PersonForm { PublicOffice = FormTexts.Local(typed, "publicOffice") };
        foreach (var (field, value) in typed) form._values[field] = value.ToString();
        foreach (var row in FormTexts.Rows(typed, "post-from")) form._posts.Add(FormTexts.Local(typed, "post-title" + row));
        return form;
    }

    /// <summary>The person as the form says her; what cannot be read is among the errors.</summary>
    public PersonDraft Read(Guid id, string language, Texts texts, FormErrors errors)
    {
        DateOnly? Day(string field) => DayInput.Read(this[field], field, language, texts, errors);
        int? Number(string field) => FormTexts.Number(this[field], field, texts, errors);
        var traits = new DelegationTraits(Words<Sex>.TryParse(this["sex"], out var sex) ? sex : Sex.Unstated, Number("birthYear"), this["politicalGroup"].Trim());
        var posts = _posts.Select((title, i) => new DelegationPost(title, Day(Row("post-from", i)), Day(Row("post-until", i)))).Where(p => !p.Title.IsEmpty).ToList();
        return new PersonDraft(
            id, FormTexts.OrNull(this["proposer"]), this["name"].Trim(), this["authority"].Trim(), this["region"].Trim(), Words<AuthorityLevel>.TryParse(this["level"], out var level) ? level : AuthorityLevel.Local,
            Words<MandateKind>.TryParse(this["mandate"], out var mandate) ? mandate : MandateKind.None, Day("mandateSince"), Day("mandateUntil"), PublicOffice, Number("representativeRank"), Number("substituteRank"),
            Is("isYouth"), Is("mayBeNamed"), FormTexts.OrNull(this["email"]), FormTexts.OrNull(this["phone"]), FormTexts.OrNull(this["language"]), posts, traits);
    }

    private static string Row(string field, int row) => FormattableString.Invariant($"{field}-{row}");
}
