using Tessera.Domain.Agreements;
using Tessera.Domain.Partners;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Features.Tests.Offices;

/// <summary>
/// An association keeps bilateral relations with associations of other countries as partners, with agreements and study visits. The page of TÖOSZ says that it has many such relations and names none,
/// so its example has none either: the partner here is the test's own.
/// </summary>
public sealed class SisterAssociationTests(ExampleOffices examples) : IClassFixture<ExampleOffices>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Association_WithASisterAssociation_KeepsItsAgreementAndItsVisits()
    {
        var loader = new OfficeLoader(examples.Database.Database, TimeProvider.System);
        var toosz = (await loader.DumpAsync("toosz", Cancellation))!;
        var source = toosz.Sources[0].Key;
        var sister = new AuthorityItem { Key = "sister-association", Kind = "association", Country = "SE", Names = LocalText.Of("sv", "Ett kommunförbund"), Source = source };
        var agreement = new AgreementItem { Key = "sister-cooperation", Kind = "cooperation", Dates = [new AgreementDateItem("signed", PartialDate.ParseEdtf("2012"))], Source = source };
        var partner = new PartnerItem
        {
            Key = "sister",
            Number = 1,
            Authority = sister.Key,
            Kind = "sister-association",
            RegisteredName = "Testvérszövetség",
            Names = LocalText.Of("hu", "Testvérszövetség"),
            Agreements = [agreement],
            Source = source,
        };
        var visit = new ActivityItem
        {
            Key = "study-visit",
            Kind = "outgoing-visit",
            Purpose = "study",
            Status = "planned",
            Public = true,
            Title = LocalText.Of("hu", "Tanulmányút"),
            Start = "2027-05-01",
            Partners = [new ActivityPartnerItem("sister", "host")],
            Source = source,
        };
        var loading = await loader.LoadAsync(OfficeFileWriter.Write(toosz with { Authorities = [.. toosz.Authorities, sister], Partners = [partner], Activities = [visit] }), "toosz.json", "a test", Cancellation);
        Assert.Empty(loading.Findings);

        var office = (await new OfficeQueries(examples.Database.Database).FindAsync("toosz", Cancellation))!;
        var page = (await new PartnerQueries(examples.Database.Database, (country, _) => country).FindAsync(office, "sister", new DateOnly(2026, 11, 22), Cancellation))!;
        Assert.Equal(PartnerKind.SisterAssociation, page.Row.Kind);
        Assert.Equal(AgreementKind.Cooperation, Assert.Single(page.Row.Agreements).Kind);
        var visits = await new ActivityQueries(examples.Database.Database).AllAsync(office, new ActivityFilter(Span: ActivitySpan.All, Partner: "sister"), new DateOnly(2026, 11, 22), publicOnly: true, Cancellation);
        Assert.Equal("study-visit", Assert.Single(visits).Key);
    }
}
