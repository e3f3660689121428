using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;

namespace Tessera.Web.Parts;

/// <summary><c>&lt;local text="…" /&gt;</c>: a text in the reader's language; a fallback is marked with its language.</summary>
[HtmlTargetElement("local", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LocalTagHelper(RequestTexts request) : TagHelper
{
    public LocalText? Text { get; set; }

    /// <summary>Another order of languages than the office's.</summary>
    public IReadOnlyList<string>? Chain { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(new LocalHtml((Text ?? LocalText.Empty).For(Chain ?? request.Chain), request.Texts));
    }
}

/// <summary><c>&lt;activity-status value="…" /&gt;</c>: how far an activity has come, as a badge.</summary>
[HtmlTargetElement("activity-status", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ActivityStatusTagHelper(RequestTexts request) : TagHelper
{
    public ActivityStatus Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "badge badge--" + Value switch { ActivityStatus.Held or ActivityStatus.Confirmed => "in-force", ActivityStatus.Planned => "planned", _ => "partner-succeeded" });
        output.Content.SetContent(request.Texts.Of(Value));
    }
}

/// <summary><c>&lt;prose text="…" /&gt;</c>: paragraphs and lists; bare web addresses become links.</summary>
[HtmlTargetElement("prose", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProseTagHelper(RequestTexts request, HtmlEncoder encoder) : TagHelper
{
    public LocalText? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if ((Text ?? LocalText.Empty).For(request.Chain) is not { } spoken)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "prose");
        if (!spoken.IsIn(request.Texts.Language)) output.Attributes.SetAttribute("lang", spoken.Language);
        output.Content.SetHtmlContent(new HtmlString(Prose.ToHtml(spoken.Text, encoder)));
    }
}

/// <summary><c>&lt;icon name="…" /&gt;</c>: a picture beside a text that says the same.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper(Assets assets) : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.SetHtmlContent(new HtmlString($"<use href=\"{assets["icons.svg"]}#{Name}\"></use>"));
    }
}

/// <summary><c>&lt;json-ld value="…" /&gt;</c>: linked data, written so that nothing in it can end the element.</summary>
[HtmlTargetElement("json-ld", TagStructure = TagStructure.WithoutEndTag)]
public sealed class JsonLdTagHelper : TagHelper
{
    private static readonly JsonSerializerOptions Safe = new() { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    public JsonNode? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "script";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "application/ld+json");
        output.Content.SetHtmlContent(new HtmlString(Value.ToJsonString(Safe)));
    }
}
