using Tessera.Features.Agreements;
using Tessera.Features.Calendar;
using Tessera.Features.History;
using Tessera.Features.Library;
using Tessera.Features.News;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Web.Parts;

namespace Tessera.Web.Api;

/// <summary>What a download needs: the queries, and the reader's language.</summary>
public sealed record ExportServices(
    OfficeQueries Offices, PartnerQueries Partners, AgreementQueries Agreements, ChangeQueries Changes, ActivityQueries Activities, NewsQueries News, PublicationQueries Library, RequestTexts Request, Display Display, TimeProvider Time)
{
    /// <summary>The reader's texts.</summary>
    public Texts Texts => Request.Texts;

    /// <summary>The day as of which standings are derived.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    /// <summary>The office, with its languages chosen for this request; null when there is none.</summary>
    public async Task<OfficeView?> FindAsync(string slug, CancellationToken cancellation)
    {
        var office = await Offices.FindAsync(slug, cancellation);
        if (office is not null) Request.Chain = office.Chain(Texts.Language);
        return office;
    }
}
