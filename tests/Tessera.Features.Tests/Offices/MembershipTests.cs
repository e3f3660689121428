using Tessera.Domain.Memberships;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Features.Tests.Offices;

/// <summary>What a membership rests on, costs and brought, on a real database.</summary>
public sealed class MembershipTests(ExampleOffices examples) : IClassFixture<ExampleOffices>
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    private static readonly Edit Somebody = new("an officer");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OfficeService Service => new(examples.Loader);

    private MembershipQueries Queries => new(examples.Database.Database);

    [Fact]
    public async Task Basis_OfHargita_SaysThatNobodyKnowsTheFee()
    {
        var basis = (await Queries.BasisAsync(await OfficeAsync("hargita"), "alda", Day, Cancellation))!;
        Assert.Null(basis.Item.Fee);
        Assert.Null(basis.Notice);
        Assert.Empty(basis.Activities);
        Assert.All(basis.Years, y => Assert.True(y.IsUnknown));
    }

    [Fact]
    public async Task Memberships_OfToosz_SayWhoContributes_AndNotHowMuch()
    {
        var cemr = Assert.Single(await new OfficeQueries(examples.Database.Database).MembershipsAsync(await OfficeAsync("toosz"), Cancellation), m => m.Key == "cemr");
        Assert.Equal((FeeKind.Unknown, "Belügyminisztérium"), (cemr.FeeKind, cemr.Fee!.Contributor["hu"]));
        Assert.Null(cemr.Fee.ContributionShare ?? cemr.Fee.ContributionAmount);
    }

    [Fact]
    public async Task Membership_WithRuleInvoicesAndPeople_IsKeptAsItIs_AndStandsInTheHistory()
    {
        var office = await OfficeAsync("toosz");
        await ChangeAsync("toosz", "congress", Whole);
        var kept = (await Service.FileAsync(office, Cancellation)).Memberships.Single(m => m.Key == "congress");
        Assert.Equal(OfficeItems.Write(Whole(kept)), OfficeItems.Write(kept));
        var basis = (await Queries.BasisAsync(office, "congress", Day, Cancellation))!;
        Assert.Equal([2026, 2025, 2024, 2023], basis.Years.Select(y => y.Year));
        Assert.Equal((600, 6), (basis.Years[^1].Computed!.Amount, basis.Years[^1].Computed!.Twelfths));
        Assert.Equal((new DateOnly(2027, 6, 30), new DateOnly(2027, 12, 31)), (basis.Notice!.LastDay, basis.Notice.Leaves));
        var changes = await new Features.History.ChangeQueries(examples.Database.Database).RecentAsync(office, 1, Cancellation);
        Assert.Contains("fee", changes[0].Fields);
    }

    [Fact]
    public async Task Needs_OfAFeeThatIsOwedAndAReviewWhoseDayHasCome_StandInTheList_UntilPaid()
    {
        var office = await OfficeAsync("hargita");
        await ChangeAsync("hargita", "reghub", m => m with
        {
            ReviewOn = PartialDate.ParseEdtf("2026-11-22"),
            Invoices = [new InvoiceItem { Year = 2026, Amount = 1200.5m, Currency = "EUR", Due = PartialDate.ParseEdtf("2026-12-22") }, new InvoiceItem { Year = 2027, Due = PartialDate.ParseEdtf("2026-12-23") }],
        });
        var due = Assert.Single(await NeedsAsync(office, NeedKind.FeeDue));
        Assert.Equal(("reghub", "2026, 1200.5 EUR", true), (due.Membership, due.Detail["en"], due.IsUrgent));
        Assert.Equal("reghub", Assert.Single(await NeedsAsync(office, NeedKind.MembershipReview)).Membership);
        Assert.DoesNotContain(await new NeedsQueries(examples.Database.Database).AllAsync(office, Day.AddDays(-1), Cancellation), n => n.Kind is NeedKind.MembershipReview or NeedKind.FeeDue);
        await ChangeAsync("hargita", "reghub", m => m with { ReviewOn = null, Invoices = [m.Invoices[0] with { PaidOn = PartialDate.ParseEdtf("2026-11-01") }] });
        Assert.Empty((await NeedsAsync(office, NeedKind.FeeDue)).Concat(await NeedsAsync(office, NeedKind.MembershipReview)));
    }

    [Fact]
    public async Task Activity_OfAMembership_StandsInItsBasis_AndStaysWhenTheMembershipGoes()
    {
        var office = await OfficeAsync("svenljunga");
        var (key, organisation) = ("league", (await Service.FileAsync(office, Cancellation)).Office.Authority);
        Assert.Empty(await Service.ChangeAsync(office, f => f with { Memberships = [.. f.Memberships, new MembershipItem { Key = key, Organisation = organisation, Kind = "full", Source = f.Office.Source }] }, Somebody, Cancellation));
        var activities = new ActivityService(examples.Database.Database, TimeProvider.System);
        var meeting = new ActivityItem { Key = "", Kind = "meeting", Status = "planned", Title = LocalText.Of("sv", "Möte i förbundet"), When = PartialDate.ParseEdtf("2026-05"), Membership = key, Source = "" };
        var (result, added) = await activities.AddAsync(office, meeting, Somebody, Cancellation);
        Assert.Empty(result.Findings);
        var basis = (await Queries.BasisAsync(office, key, Day, Cancellation))!;
        Assert.Equal((1, added), (basis.ActivityCount, Assert.Single(basis.Activities).Key));
        Assert.Equal(key, (await activities.FindAsync(office, added, Cancellation))!.Item.Membership);
        Assert.Empty(await Service.ChangeAsync(office, f => f with { Memberships = [.. f.Memberships.Where(m => m.Key != key)] }, Somebody, Cancellation));
        Assert.Null((await activities.FindAsync(office, added, Cancellation))!.Item.Membership);
        var wrong = await activities.ChangeAsync(office, added, null, a => a with { Membership = "nowhere" }, Somebody, Cancellation);
        Assert.Equal("membership", Assert.Single(wrong.Findings).Path);
    }

    [Fact]
    public async Task Membership_OfAnotherOffice_IsNoneHere() => Assert.Null(await Queries.BasisAsync(await OfficeAsync("toosz"), "alda", Day, Cancellation));

    private static MembershipItem Whole(MembershipItem membership) => membership with
    {
        Dates = [new("since", PartialDate.ParseEdtf("2023-07"))],
        Decision = new MembershipDecisionItem { Number = "12/2023", Body = LocalText.Of("hu", "Elnökség"), Day = PartialDate.ParseEdtf("2023-06-01") },
        NoticeMonths = 6,
        ReviewOn = PartialDate.ParseEdtf("2029"),
        Fee = new FeeRuleItem { Kind = "fixed", Amount = 1200, Currency = "EUR", Bearer = "office", ContributionShare = 50, Contributor = LocalText.Of("hu", "Belügyminisztérium") },
        Invoices = [new InvoiceItem { Year = 2024, Amount = 1200, Currency = "EUR", AskedOn = PartialDate.ParseEdtf("2024-02-01"), PaidOn = PartialDate.ParseEdtf("2024-03"), Document = "2024/17" }],
        People = [new SeatHolderItem { Name = "Kovács Anna", Office = "polgármester", Seat = "tag", From = PartialDate.ParseEdtf("2023-07") }],
    };

    private async Task ChangeAsync(string slug, string key, Func<MembershipItem, MembershipItem> change) => Assert.Empty(await Service.ChangeAsync(
        await OfficeAsync(slug), f => f with { Memberships = [.. f.Memberships.Select(m => m.Key == key ? change(m) : m)] }, Somebody, Cancellation));

    private async Task<IReadOnlyList<Need>> NeedsAsync(OfficeView office, NeedKind kind) => [.. (await new NeedsQueries(examples.Database.Database).AllAsync(office, Day, Cancellation)).Where(n => n.Kind == kind)];

    private async Task<OfficeView> OfficeAsync(string slug) => (await new OfficeQueries(examples.Database.Database).FindAsync(slug, Cancellation))!;
}
