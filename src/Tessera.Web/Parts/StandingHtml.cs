using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Tessera.Domain.Agreements;
using Tessera.Interchange.Offices;

namespace Tessera.Web.Parts;

/// <summary>How an agreement stands, as a badge; without one, that there is no agreement.</summary>
public sealed class StandingHtml(AgreementStanding? standing, Texts texts) : IHtmlContent
{
    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<span class=\"badge badge--");
        writer.Write(standing is { } known ? Words<AgreementStanding>.Write(known) : "unknown");
        writer.Write("\">");
        encoder.Encode(writer, standing is { } named ? texts.Of(named) : texts["standing.none"]);
        writer.Write("</span>");
    }
}
