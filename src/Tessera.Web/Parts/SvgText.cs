using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tessera.Web.Parts;

/// <summary>Razor keeps <c>&lt;text&gt;</c> for itself, so SVG's own element of that name is written <c>&lt;svg:text&gt;</c>.</summary>
[HtmlTargetElement("svg:text")]
public sealed class SvgTextTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.TagName = "text";
}
