using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tessera.Domain.Vocabulary;

namespace Tessera.Web.Parts;

/// <summary>One choice of a list.</summary>
public sealed record Choice(string Value, string Label);

/// <summary>A field of a form: label, control, hint and error, tied together for every reader. The name is also the id.</summary>
public abstract class FieldTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public string? Value { get; set; }

    public string? Hint { get; set; }

    public bool Required { get; set; }

    public bool Wide { get; set; }

    /// <summary>The language of what is typed, where it is not the page's.</summary>
    public string? Lang { get; set; }

    /// <summary>The page's errors.</summary>
    public FormErrors? Errors { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext? View { get; set; }

    protected string Id => Name.Replace('[', '-').Replace(']', '-').Replace('.', '-');

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var wrong = (Errors ?? (View?.ViewData.Model as IHasErrors)?.Errors)?.Of(Name) ?? "";
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Wide ? "field field--wide" : "field");
        var control = Control();
        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        if (Required) control.Attributes["required"] = "required";
        if (Lang is not null) control.Attributes["lang"] = Lang;
        Describe(control, wrong);
        output.Content.AppendHtml(Part("label", null, Label, ("for", Id)));
        if (Hint is not null) output.Content.AppendHtml(Part("p", "field__hint", Hint, ("id", Id + "-hint")));
        output.Content.AppendHtml(control);
        if (wrong.Length > 0) output.Content.AppendHtml(Part("p", "field__error", wrong, ("id", Id + "-error")));
    }

    /// <summary>The control itself, without its name.</summary>
    protected abstract TagBuilder Control();

    private void Describe(TagBuilder control, string wrong)
    {
        var described = string.Join(' ', new[] { Hint is null ? null : Id + "-hint", wrong.Length == 0 ? null : Id + "-error" }.Where(p => p is not null));
        if (described.Length > 0) control.Attributes["aria-describedby"] = described;
        if (wrong.Length > 0) control.Attributes["aria-invalid"] = "true";
    }

    private static TagBuilder Part(string tag, string? css, string text, (string Name, string Value) attribute)
    {
        var part = new TagBuilder(tag);
        if (css is not null) part.AddCssClass(css);
        part.Attributes[attribute.Name] = attribute.Value;
        part.InnerHtml.Append(text);
        return part;
    }
}

/// <summary>A page that has a form.</summary>
public interface IHasErrors
{
    /// <summary>What is wrong with what was typed.</summary>
    FormErrors Errors { get; }
}

/// <summary><c>&lt;input-field name label value … /&gt;</c></summary>
[HtmlTargetElement("input-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InputFieldTagHelper : FieldTagHelper
{
    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    public int? Maxlength { get; set; }

    public string? Inputmode { get; set; }

    public string? Placeholder { get; set; }

    /// <summary>What the file field takes.</summary>
    public string? Accept { get; set; }

    protected override TagBuilder Control()
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = Type;
        if (Value is not null && Type is not ("password" or "file")) input.Attributes["value"] = Value;
        foreach (var (name, value) in new[] { ("autocomplete", Autocomplete), ("maxlength", Maxlength?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("inputmode", Inputmode), ("placeholder", Placeholder), ("accept", Accept) })
        {
            if (value is not null) input.Attributes[name] = value;
        }

        return input;
    }
}

/// <summary><c>&lt;area-field name label value rows … /&gt;</c></summary>
[HtmlTargetElement("area-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AreaFieldTagHelper : FieldTagHelper
{
    public int Rows { get; set; } = 4;

    public int? Maxlength { get; set; }

    protected override TagBuilder Control()
    {
        var area = new TagBuilder("textarea");
        area.Attributes["rows"] = Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (Maxlength is { } most) area.Attributes["maxlength"] = most.ToString(System.Globalization.CultureInfo.InvariantCulture);
        area.InnerHtml.Append("\n" + Value);
        return area;
    }
}

/// <summary><c>&lt;select-field name label value choices … /&gt;</c></summary>
[HtmlTargetElement("select-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectFieldTagHelper : FieldTagHelper
{
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>The label of choosing nothing; without one, something is chosen.</summary>
    public string? None { get; set; }

    protected override TagBuilder Control()
    {
        var select = new TagBuilder("select");
        if (None is not null) select.InnerHtml.AppendHtml(Option("", None, string.IsNullOrEmpty(Value)));
        foreach (var choice in Choices) select.InnerHtml.AppendHtml(Option(choice.Value, choice.Label, choice.Value == Value));
        return select;
    }

    private static TagBuilder Option(string value, string label, bool selected)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = value;
        if (selected) option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(label);
        return option;
    }
}

/// <summary><c>&lt;check-field name label checked value /&gt;</c></summary>
[HtmlTargetElement("check-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckFieldTagHelper(HtmlEncoder encoder) : TagHelper
{
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public string Value { get; set; } = "true";

    public bool Checked { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = $"{Name.Replace('.', '-')}-{Value}";
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field field--check");
        output.Content.SetHtmlContent(new HtmlString(
            $"<input type=\"checkbox\" id=\"{encoder.Encode(id)}\" name=\"{encoder.Encode(Name)}\" value=\"{encoder.Encode(Value)}\"{(Checked ? " checked" : "")}><label for=\"{encoder.Encode(id)}\">{encoder.Encode(Label)}</label>"));
    }
}

/// <summary><c>&lt;error-summary errors="…" heading="…" /&gt;</c>: the list on top of a form, each entry leading to its field.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(HtmlEncoder encoder) : TagHelper
{
    public FormErrors Errors { get; set; } = new();

    public string Heading { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!Errors.Any)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("id", "errors");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("role", "alert");
        var entries = Errors.All.Select(e => e.Field.Length == 0
            ? $"<li>{encoder.Encode(e.Sentence)}</li>"
            : $"<li><a href=\"#{encoder.Encode(e.Field.Replace('[', '-').Replace(']', '-').Replace('.', '-'))}\">{encoder.Encode(e.Sentence)}</a></li>");
        output.Content.SetHtmlContent(new HtmlString($"<h2>{encoder.Encode(Heading)}</h2><ul>{string.Concat(entries)}</ul>"));
    }
}

/// <summary><c>&lt;local-field name label text languages area /&gt;</c>: one field for each language in which the office writes.</summary>
[HtmlTargetElement("local-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LocalFieldTagHelper(Display display) : TagHelper
{
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public LocalText Text { get; set; } = LocalText.Empty;

    public IReadOnlyList<string> Languages { get; set; } = [];

    public bool Area { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext? View { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field field--local");
        var legend = new TagBuilder("legend");
        legend.InnerHtml.Append(Label);
        output.Content.AppendHtml(legend);
        foreach (var language in Languages.Concat(Text.Select(t => t.Language)).Distinct()) output.Content.AppendHtml(Field(context, language));
    }

    private TagHelperOutput Field(TagHelperContext context, string language)
    {
        FieldTagHelper field = Area ? new AreaFieldTagHelper() : new InputFieldTagHelper { Maxlength = Interchange.Offices.OfficeLimits.Name };
        (field.Name, field.Label, field.Value, field.Lang, field.View) = ($"{Name}.{language}", display.Language(language), Text[language], language, View);
        if (language == Languages[0]) field.Hint = Hint;
        var output = new TagHelperOutput("div", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        field.Process(context, output);
        return output;
    }
}
