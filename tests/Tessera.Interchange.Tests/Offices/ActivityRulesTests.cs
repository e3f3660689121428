using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Interchange.Tests.Offices;

public sealed class ActivityRulesTests
{
    private static readonly ActivityReferences Known = new(["page"], ["ro-harghita"], ["culture"], ["zala", "vas"], ["unit"], ["town"], ["aer"]);

    private static readonly CoordinationItem Programme = new() { Organiser = "town", Firmness = "movable", WindowFrom = "2027-03-01", WindowUntil = "2027-03-31", Audiences = ["families"], Visitors = 200 };

    private static readonly ActivityItem Visit = new()
    {
        Key = "visit-of-zala",
        Kind = "incoming-visit",
        Purpose = "study",
        Status = "planned",
        Title = LocalText.Of("hu", "Zala megye látogatása"),
        Partners = [new("zala", "guest")],
        Fields = ["culture"],
        Start = "2027-03-10T09:00",
        End = "2027-03-11T16:00",
        Zone = "Europe/Bucharest",
        Place = new ActivityPlaceItem { Authority = "ro-harghita" },
        Responsible = "unit",
        Programme = [new ProgrammeItem { Start = "2027-03-10T10:00", End = "2027-03-10T11:00", What = LocalText.Of("hu", "Fogadás") }],
        Costs = [new("interpreter", "both")],
        Promises = [new PromiseItem { Kind = "gift", Side = "ours", What = LocalText.Of("hu", "Faragott tál") }],
        Figures = [new FigureItem { Kind = "visitors", Value = 12, Unit = "people" }],
        Source = "page",
    };

    public static TheoryData<string, ActivityItem, string> Mistakes => new()
    {
        { "kind", Visit with { Kind = "party" }, OfficeFileCodes.UnknownWord },
        { "coordination.organiser", Coordinated(Programme with { Organiser = "club" }), OfficeFileCodes.UnknownReference },
        { "coordination.firmness", Coordinated(Programme with { Firmness = "soft" }), OfficeFileCodes.UnknownWord },
        { "coordination.audiences[0]", Coordinated(Programme with { Audiences = ["cats"] }), OfficeFileCodes.UnknownWord },
        { "coordination.windowFrom", Coordinated(Programme with { WindowFrom = null, WindowUntil = null }), CoordinationRefusal.WindowMissing },
        { "coordination.windowUntil", Coordinated(Programme with { WindowUntil = "2027-02-01" }), CoordinationRefusal.WindowWrong },
        { "coordination.windowFrom", Coordinated(Programme with { WindowFrom = "2027-03-12" }), CoordinationRefusal.WindowOutside },
        { "coordination.windowFrom", Coordinated(Programme with { WindowFrom = "soon" }), ActivityRefusal.TimeUnreadable },
        { "coordination.visitors", Coordinated(Programme with { Visitors = -1 }), OfficeFileCodes.OutOfRange },
        { "coordination.catchmentKm", Coordinated(Programme with { CatchmentKm = 0 }), OfficeFileCodes.OutOfRange },
        { "coordination.firmness", Coordinated(Programme) with { Recurrence = "FREQ=WEEKLY;COUNT=3" }, CoordinationRefusal.SeriesMovable },
        { "coordination.booked", Coordinated(Programme with { Firmness = "fixed", Booked = ["Stage 1"] }) with { Recurrence = "FREQ=WEEKLY;COUNT=3" }, CoordinationRefusal.SeriesBooks },
        { "start", Coordinated(Programme) with { Start = null, End = null, Zone = null, Programme = [] }, CoordinationRefusal.DayMissing },
        { "status", Visit with { Status = "done" }, OfficeFileCodes.UnknownWord },
        { "purpose", Visit with { Kind = "festival" }, ActivityRefusal.PurposeOfNoVisit },
        { "title", Visit with { Title = LocalText.Empty }, OfficeFileCodes.Empty },
        { "partners[0].partner", Visit with { Partners = [new("pest", "guest")] }, OfficeFileCodes.UnknownReference },
        { "partners", Visit with { Partners = [new("zala", "guest"), new("zala", "host")] }, OfficeFileCodes.RepeatedKey },
        { "fields[0]", Visit with { Fields = ["sport"] }, OfficeFileCodes.UnknownReference },
        { "zone", Visit with { Zone = null }, ActivityRefusal.ZoneMissing },
        { "recurrence", Visit with { Recurrence = "FREQ=NEVER" }, RecurrenceRefusal.NoFrequency },
        { "place.name", Visit with { Place = new ActivityPlaceItem() }, OfficeFileCodes.Empty },
        { "place.latitude", Visit with { Place = new ActivityPlaceItem { Authority = "ro-harghita", Latitude = 46 } }, ActivityRefusal.PositionHalf },
        { "place.longitude", Visit with { Place = new ActivityPlaceItem { Authority = "ro-harghita", Latitude = 46, Longitude = 181 } }, OfficeFileCodes.OutOfRange },
        { "responsible", Visit with { Responsible = "chancery" }, OfficeFileCodes.UnknownReference },
        { "website", Visit with { Website = "javascript:alert(1)" }, OfficeFileCodes.WrongAddress },
        { "programme[0].start", Visit with { Programme = [Visit.Programme[0] with { Start = "2027-03-12T10:00", End = null }] }, ActivityRefusal.ProgrammeOutside },
        { "programme[0].start", Visit with { Programme = [Visit.Programme[0] with { Start = "2027-03-10" }] }, ActivityRefusal.TimeUnreadable },
        { "programme[0].end", Visit with { Programme = [Visit.Programme[0] with { End = "2027-03-10T09:00" }] }, ActivityRefusal.EndBeforeStart },
        { "costs", Visit with { Costs = [new("meals", "guest"), new("meals", "host")] }, OfficeFileCodes.RepeatedKey },
        { "costs[0].bearer", Visit with { Costs = [new("meals", "nobody")] }, OfficeFileCodes.UnknownWord },
        { "promises[0].what", Visit with { Promises = [Visit.Promises[0] with { What = LocalText.Empty }] }, OfficeFileCodes.Empty },
        { "participants[0].count", Visit with { Participants = [new("young", -1)] }, OfficeFileCodes.OutOfRange },
        { "figures[0].value", Visit with { Figures = [Visit.Figures[0] with { Value = -1 }] }, OfficeFileCodes.OutOfRange },
        { "source", Visit with { Source = "hearsay" }, OfficeFileCodes.UnknownReference },
    };

    [Fact]
    public void Check_AVisitInOrder_FindsNothing() => Assert.Empty(ActivityRules.Check(Visit, Known));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Check_WithAMistake_NamesItsField(string path, ActivityItem wrong, string code)
    {
        var finding = Assert.Single(ActivityRules.Check(wrong, Known));
        Assert.Equal((path, code), (finding.Path, finding.Code));
    }

    [Fact]
    public void Between_TwoStatesOfAVisit_NamesTheFieldsThatDiffer()
    {
        var change = Assert.Single(OfficeDifference.Between(Visit, Visit with { Status = "confirmed", Programme = [] }));
        Assert.Equal(("activity", "visit-of-zala", "programme status"), (change.Subject, change.Key, string.Join(' ', change.Fields.Select(f => f.Field).Order())));
        Assert.Equal(ChangeKind.Removed, Assert.Single(OfficeDifference.Between(Visit, null)).Kind);
    }

    private static ActivityItem Coordinated(CoordinationItem said) => Visit with { Coordination = said };
}
