using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tessera.Web.Parts;

/// <summary>Words of a page from which a field was read.</summary>
/// <param name="Id">Of the mark around them.</param>
public sealed record ReadWords(string Id, string Text);

/// <summary><c>&lt;read-from words="…" label="…" /&gt;</c>: the words from which a field was read, each leading to where they stand. Nothing where there are none.</summary>
[HtmlTargetElement("read-from", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ReadFromTagHelper(HtmlEncoder encoder) : TagHelper
{
    public IReadOnlyList<ReadWords> Words { get; set; } = [];

    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Words.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "read-from");
        output.Content.SetHtmlContent(new HtmlString($"<span class=\"read-from__label\">{encoder.Encode(Label)}</span> {string.Join(", ", Words.Select(w => $"<a href=\"#{encoder.Encode(w.Id)}\">{encoder.Encode(w.Text)}</a>"))}"));
    }
}
