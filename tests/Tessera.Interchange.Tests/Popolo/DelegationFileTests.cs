using System.Text;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Popolo;
using Tessera.Interchange.Tables;
using Xunit;

namespace Tessera.Interchange.Tests.Popolo;

/// <summary>Delegations written as Popolo and as a table, and read again.</summary>
public sealed class DelegationFileTests
{
    private static readonly DateOnly First = new(2021, 3, 26);
    private static readonly DateOnly Last = new(2026, 3, 25);

    private static StatedDelegation Example => new("congress-hu-2021", "congress", "Congress of Local and Regional Authorities", "Hungarian delegation", "HU", First, Last)
    {
        Page = "https://a.example/toosz/en/delegations/congress-hu-2021",
        SeatSource = "Statute, art. 26",
        Seats = [new("representative", "local", 2), new("representative", "regions", 1), new("substitute", "local", 2), new("substitute", "regions", 0)],
        Members =
        [
            new("p1", "Példa Anna (példa)", "mayor of Példafalva", "Példafalva", "EPP/CCE", "representative", "local", First, null, [new("vice-president", new DateOnly(2022, 1, 1), null), new("rapporteur", null, null)]),
            new("p2", "", "", "Mintaváros", "", "representative", "local", First, null, []),
            new("p3", "\"Idéző\", Béla; 'példa'", "=chair", "MINTAVÁROS", "", "representative", "regions", First, new DateOnly(2023, 5, 1), []) { Ending = "lost-mandate" },
            new("p4", "Minta Csaba (példa)", "notary", "", "", "substitute", "local", null, null, []),
        ],
        Sessions = [new("congress-40", "40th session", new DateOnly(2021, 6, 15), new DateOnly(2021, 6, 17)), new("congress-41", "41st session", null, null)],
    };

    /// <summary>The same with what was kept of a session and what members did.</summary>
    private static StatedDelegation Recorded => Example with
    {
        Sessions = [Example.Sessions[0] with { Counts = new StatedCounts(5, 1, 1), Page = "https://a.example/40" }, Example.Sessions[1]],
        Contributions =
        [
            new(new DateOnly(2021, 6, 16), "speech", "On villages", "hu", "p1", "Példa Anna (példa)", "congress-40", null, true),
            new(new DateOnly(2021, 5, 1), "report", "A report", null, "p2", "", null, "https://a.example/report", true),
        ],
    };

    private static StatedDelegation Other => Example with { Key = "cor-hu", Body = "committee-of-the-regions", BodyName = "Committee of the Regions", Seats = [new("substitute", "none", 3)], Members = [new("q1", "X Y", "", "", "", "substitute", "none", First, Last, [])], Sessions = [] };

    [Fact]
    public void Popolo_WrittenAndRead_IsTheSame()
    {
        var reading = Read(Written(Example, Other));
        Assert.Empty(reading.Findings);
        Assert.Equal([Example, Other], reading.Delegations);
    }

    [Fact]
    public void Popolo_OfADelegation_HasTheFormOfTheSpecification()
    {
        var json = PopoloWriter.Write([Example]);
        Assert.Equal(["persons", "organizations", "posts", "memberships", "events", "contributions"], json.Select(m => m.Key));
        var membership = json["memberships"]!.AsArray().First(m => (string?)m!["post_id"] == "delegation/congress-hu-2021/representative-local")!;
        Assert.Equal(("p1", "delegation/congress-hu-2021/local", "representative", "2021-03-26"), ((string)membership["person_id"]!, (string)membership["organization_id"]!, (string)membership["role"]!, (string)membership["start_date"]!));
        Assert.Equal("authority/peldafalva", (string)membership["on_behalf_of_id"]!);
        Assert.Equal(["authority/peldafalva", "authority/mintavaros", "authority/mintavaros-2"], json["organizations"]!.AsArray().Where(o => (string?)o!["classification"] == "authority").Select(o => (string)o!["id"]!));
        Assert.DoesNotContain(json["persons"]!.AsArray(), p => p!.AsObject().ContainsKey("gender") || p.AsObject().ContainsKey("email"));
        Assert.Null(json["persons"]![1]!["name"]);
        Assert.Equal(["lost-mandate"], json["memberships"]!.AsArray().Select(m => (string?)m!["end_reason"]).OfType<string>());
        Assert.DoesNotContain("end_reason", PopoloWriter.Write([Example with { Members = [.. Example.Members.Select(m => m with { Ending = "" })] }]).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Popolo_OfADelegationWithARecord_TellsAttendanceAndContributions_AndIsReadWithoutThem()
    {
        var json = PopoloWriter.Write([Recorded]);
        var (known, unknown) = (json["events"]![0]!, json["events"]![1]!);
        Assert.Equal((5, 1, 1), ((int)known["attendance"]!["present"]!, (int)known["attendance"]!["away"]!, (int)known["attendance"]!["sat_for"]!));
        Assert.Null(unknown["attendance"]);
        var (spoken, written) = (json["contributions"]![0]!, json["contributions"]![1]!);
        Assert.Equal(("2021-06-16", "speech", "p1", "event/congress-40", "delegation/congress-hu-2021"),
            ((string)spoken["date"]!, (string)spoken["classification"]!, (string)spoken["person_id"]!, (string)spoken["event_id"]!, (string)spoken["organization_id"]!));
        Assert.Equal((null, "https://a.example/report"), ((string?)written["event_id"], (string?)written["url"]));
        Assert.Equal([Example], Read(Written(Recorded)).Delegations);
    }

    [Fact]
    public void Tables_OfTheRecord_HaveALineForEachSessionContributionAndAttendance()
    {
        string[] Lines(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<object?>> rows) => Encoding.UTF8.GetString(CsvTable.Write(new Table("x", [.. columns.Select(c => new TableColumn(c, c))], rows, []))).TrimStart('\uFEFF').Trim().Split("\r\n");
        Assert.Equal(
            ["delegation,session,title,first,last,present,away,sat_for,page", "congress-hu-2021,congress-40,40th session,2021-06-15,2021-06-17,5,1,1,https://a.example/40", "congress-hu-2021,congress-41,41st session,,,,,,"],
            Lines(DelegationRecords.SessionColumns, DelegationRecords.Sessions(Recorded)));
        Assert.Equal(
            ["delegation,date,kind,title,language,person_id,person,session,address", "congress-hu-2021,2021-06-16,speech,On villages,hu,p1,Példa Anna (példa),congress-40,", "congress-hu-2021,2021-05-01,report,A report,,p2,,,https://a.example/report"],
            Lines(DelegationRecords.ContributionColumns, DelegationRecords.Contributions(Recorded, isOwn: false)));
        Assert.EndsWith(",congress-40,,true", Lines(DelegationRecords.OwnContributionColumns, DelegationRecords.Contributions(Recorded, isOwn: true))[1], StringComparison.Ordinal);
        var attendance = new StatedAttendance(Recorded.Sessions[0], "p4", "Minta Csaba (példa)", "substitute", "local", "present", "Példa Anna (példa)");
        Assert.Equal("congress-hu-2021,congress-40,40th session,2021-06-15,2021-06-17,p4,Minta Csaba (példa),substitute,local,present,Példa Anna (példa)",
            Lines(DelegationRecords.AttendanceColumns, DelegationRecords.Attendance(Recorded, [attendance]))[1]);
    }

    [Fact]
    public void Table_WrittenAndRead_IsTheSame_ButForSessions()
    {
        var own = Read(Csv(DelegationTable.OwnColumns, isOwn: true));
        Assert.Empty(own.Findings);
        Assert.Equal([Example with { Sessions = [] }, Other], own.Delegations);
        var open = Csv(DelegationTable.Columns, isOwn: false);
        Assert.DoesNotContain("lost-mandate", open, StringComparison.Ordinal);
        Assert.All(Read(open).Delegations.SelectMany(d => d.Members), m => Assert.Equal("", m.Ending));

        static string Csv(IReadOnlyList<string> columns, bool isOwn) =>
            Encoding.UTF8.GetString(CsvTable.Write(new Table("x", [.. columns.Select(c => new TableColumn(c, c))], DelegationTable.Rows([Example, Other], isOwn), [])));
    }

    [Fact]
    public void Popolo_OfOthers_WithPostsForEachSeat_YearsAlone_AndARoleInTheAuthority_IsUnderstood()
    {
        var delegation = Assert.Single(Read("""
            {"persons":[{"id":"1","name":"A B"}],
             "organizations":[{"id":"c","name":"Congress","classification":"body"},{"id":"d","name":"Delegation","classification":"Delegation","parent_id":"c","founding_date":"2021","dissolution_date":"2025-02","area":{"identifier":"se"}},
              {"id":"r","name":"Chamber of Regions","classification":"chamber","parent_id":"d"},{"id":"k","name":"Kommun","classification":"authority"}],
             "posts":[{"id":"s1","organization_id":"r","role":"member"},{"id":"s2","organization_id":"r","role":"member"}],
             "memberships":[{"person_id":"1","organization_id":"r","post_id":"s1","on_behalf_of_id":"k"},{"person_id":"1","organization_id":"k","role":"chair of the board"}]}
            """).Delegations);
        Assert.Equal(("delegation", "congress", "SE", new DateOnly(2021, 1, 1), new DateOnly(2025, 2, 28)), (delegation.Key, delegation.Body, delegation.Country, delegation.First, delegation.Last));
        Assert.Equal([new StatedSeats("representative", "regions", 2)], delegation.Seats);
        Assert.Equal(("chair of the board", "Kommun", "representative"), (delegation.Members[0].PublicOffice, delegation.Members[0].Authority, delegation.Members[0].Kind));
    }

    [Theory]
    [InlineData("", DelegationFileCodes.Empty, 1, "")]
    [InlineData("[]", DelegationFileCodes.UnknownForm, 1, "")]
    [InlineData("{\n\"organizations\": [", OfficeFileCodes.NotJson, 2, "")]
    [InlineData("{\"organizations\":[],\"memberships\":[]}", DelegationFileCodes.NoDelegation, 0, "")]
    [InlineData("{\"organizations\":[\n{\"name\":\"x\"}],\"memberships\":[]}", DelegationFileCodes.Missing, 2, "organizations[0]")]
    [InlineData("delegation,name\n", DelegationFileCodes.NoColumn, 1, "country")]
    [InlineData("delegation,name,country,term_first,term_last,seat,chamber\n\"x", DelegationFileCodes.OpenQuote, 2, "")]
    [InlineData("delegation,name,country,term_first,term_last,seat,chamber\nx,X,HU,2021,2020,substitute,none", DelegationFileCodes.WrongTerm, 2, "delegation")]
    [InlineData("delegation,name,country,term_first,term_last,seat,chamber\nx,X,XX,2021,2022,substitute,none", DelegationFileCodes.UnknownWord, 2, "delegation")]
    public void File_ThatIsOfNoUse_IsRefusedWithReasonAndPlace(string text, string code, int line, string path)
    {
        var reading = Read(text);
        Assert.Empty(reading.Delegations);
        Assert.Contains(reading.Findings, f => f.Code == code && f.Line == line && f.Path == path);
    }

    [Theory]
    [InlineData("2021-03-26", "2021-02-30", DelegationFileCodes.WrongDay, "memberships[0].start_date")]
    [InlineData("\"person_id\": \"p1\"", "\"person_id\": \"p9\"", DelegationFileCodes.UnknownId, "memberships[0].person_id")]
    [InlineData("\"role\": \"representative\"", "\"role\": \"chair\"", DelegationFileCodes.UnknownWord, "posts[0].role")]
    [InlineData("\"on_behalf_of_id\": \"authority/peldafalva\"", "\"on_behalf_of_id\": \"x\"", DelegationFileCodes.UnknownId, "memberships[0].on_behalf_of_id")]
    [InlineData("\"seats\": 2", "\"seats\": 1", DelegationFileCodes.TooManySit, "posts[0]")]
    [InlineData("\"person_id\": \"p2\"", "\"person_id\": \"p1\"", DelegationFileCodes.SitsTwice, "memberships[4]")]
    [InlineData("\"end_reason\": \"lost-mandate\"", "\"end_reason\": \"bored\"", DelegationFileCodes.UnknownWord, "memberships[5]")]
    [InlineData("\"identifier\": \"HU\"", "\"identifier\": \"XX\"", DelegationFileCodes.UnknownWord, "organizations[1]")]
    public void Popolo_WithSomethingWrong_NamesItsLine(string right, string wrong, string code, string path)
    {
        var text = Written(Example);
        var from = path.StartsWith("memberships", StringComparison.Ordinal) ? text.IndexOf("\"memberships\"", StringComparison.Ordinal) : 0;
        var at = text.IndexOf(right, from, StringComparison.Ordinal);
        var finding = Read(text[..at] + wrong + text[(at + right.Length)..]).Findings.First(f => f.Code == code);
        Assert.Equal(path, finding.Path);
        var line = text.Split('\n')[finding.Line - 1];
        if (path.EndsWith("role", StringComparison.Ordinal)) Assert.Contains("\"role\"", line, StringComparison.Ordinal);
        Assert.True(finding.Line > 1);
    }

    [Theory]
    [InlineData(3, 4, "gestern", DelegationFileCodes.WrongDay, "term_first")]
    [InlineData(3, 2, "Other", DelegationFileCodes.Contradiction, "name")]
    [InlineData(2, 6, "chair", DelegationFileCodes.UnknownWord, "seats")]
    [InlineData(3, 8, "7", DelegationFileCodes.Contradiction, "seats")]
    [InlineData(2, 8, "many", DelegationFileCodes.UnknownWord, "seats")]
    public void Table_WithSomethingWrong_NamesItsLine(int line, int column, string wrong, string code, string path)
    {
        var rows = new[] { "delegation,body,name,country,term_first,term_last,seat,chamber,seats,person", "x,congress,X,HU,2021,2026,representative,none,2,A", "x,congress,X,HU,2021,2026,representative,none,2,B" };
        Assert.Empty(Read(string.Join('\n', rows)).Findings);
        var cells = rows[line - 1].Split(',');
        cells[column] = wrong;
        rows[line - 1] = string.Join(',', cells);
        var finding = Read(string.Join('\n', rows)).Findings.First(f => f.Code == code);
        Assert.Equal((line, path), (finding.Line, finding.Path));
    }

    [Theory]
    [InlineData("{\"organizations\":[7,null,{\"id\":7},{\"id\":\"d\",\"classification\":\"delegation\",\"area\":7,\"links\":[7],\"founding_date\":7}],\"memberships\":[null,{\"organization_id\":\"d\",\"person_id\":[]}],\"posts\":[{\"organization_id\":\"d\",\"seats\":1e99}],\"events\":{}}")]
    [InlineData("delegation,name,country,term_first,term_last,seat,chamber\n,,,,,,\n;\n\"\"\n")]
    [InlineData("{\"organizations\":[{\"id\":\"d\",\"id\":\"d\",\"classification\":\"delegation\",\"parent_id\":\"d\"}],\"memberships\":[{\"organization_id\":\"\\ud800\"}]}")]
    public void Files_OfNonsense_AreRefusedWithoutThrowing(string text) => Assert.NotEmpty(Read(text).Findings);

    private static string Written(params StatedDelegation[] delegations) => Encoding.UTF8.GetString(PublishedJson.Write(PopoloWriter.Write(delegations)));

    private static DelegationFileReading Read(string text) => DelegationFileReader.Read(Encoding.UTF8.GetBytes(text), "x.json");
}
