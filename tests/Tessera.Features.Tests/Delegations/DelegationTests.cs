using Tessera.Domain.Delegations;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Delegations;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Tests.Offices;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Popolo;
using Tessera.Planning.Delegations;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Delegations;

public sealed class DelegationTests(ExampleOffices examples) : IClassFixture<ExampleOffices>
{
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Usual_OfHungaryInTheCongress_HasSevenAndSevenSeatsAndThirtyPercentWithTheirSources()
    {
        var terms = DelegationTermsCheck.Usual("congress", "HU", new DateOnly(2026, 10, 1));
        Assert.Equal((7, 7, 300), (terms.SeatsOf(SeatKind.Representative), terms.SeatsOf(SeatKind.Substitute), terms.Rules.SexShare));
        Assert.Equal((Severity.Blocking, Severity.Warning, Severity.Warning), (terms.Rules.SexShareOfWhole, terms.Rules.SexShareOfRepresentatives, terms.Rules.SexShareOfSubstitutes));
        Assert.StartsWith("https://", terms.SeatSource, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2031, 9, 30), terms.Last);
    }

    [Fact]
    public async Task Add_WithWrongTerms_SaysWhatIsWrongWhere_AndKeepsNothing()
    {
        var example = new ExampleDelegation(examples, _clock);
        var office = await example.OfficeAsync();
        var good = ExampleDelegation.Terms(2060);
        await RefusedAsync(good with { Names = LocalText.Empty }, "names", DelegationRefusal.NameMissing);
        await RefusedAsync(good with { Country = "QQ" }, "country", DelegationRefusal.CountryWrong);
        await RefusedAsync(good with { Body = "something-else" }, "bodyNames", DelegationRefusal.BodyMissing);
        await RefusedAsync(good with { Last = new DateOnly(2059, 1, 1) }, "last", DelegationRefusal.TermWrong);
        await RefusedAsync(good with { Seats = [] }, "seats", DelegationRefusal.SeatsWrong);
        await RefusedAsync(good with { SeatSource = "" }, "seatSource", DelegationRefusal.SourceMissing);
        await RefusedAsync(good with { Rules = good.Rules with { SexShare = 600 } }, "sexShare", DelegationRefusal.ShareWrong);
        await RefusedAsync(good with { Rules = good.Rules with { SexShare = 400, Source = "" } }, "rulesSource", DelegationRefusal.SourceMissing);
        await RefusedAsync(good with { Rules = good.Rules with { Quotas = [new QuotaItem(Trait.Region, ["A"], Severity.Warning, 3, 2, null)] } }, "quotas[0]", DelegationRefusal.QuotaWrong);

        async Task RefusedAsync(DelegationTerms terms, string path, string code)
        {
            var (findings, _) = await example.Service.AddAsync(office, terms, ExampleDelegation.ByOfficer, Cancellation);
            Assert.Contains((path, code), findings.Select(f => (f.Path, f.Code)));
        }

        Assert.DoesNotContain(await example.Queries.ListAsync(office, publicOnly: false, Cancellation), d => d.First.Year is 2060);
    }

    [Fact]
    public async Task Add_OfABodyWhoseTermIsTaken_IsRefused_AndOfAChangedMeanwhileIsGivenBack()
    {
        var example = await new ExampleDelegation(examples, _clock).MadeAsync(2062);
        var office = await example.OfficeAsync();
        Assert.Equal(DelegationRefusal.TermTaken, (await example.Service.AddAsync(office, ExampleDelegation.Terms(2062), ExampleDelegation.ByOfficer, Cancellation)).Findings.Single().Code);
        var seen = await example.ViewAsync();
        Assert.True((await example.Service.ChangeAsync(office, example.Key, seen.Version, seen.Terms with { Names = LocalText.Of("hu", "Más") }, ExampleDelegation.ByOfficer, Cancellation)).IsDone);
        var late = await example.Service.ChangeAsync(office, example.Key, seen.Version, seen.Terms, ExampleDelegation.ByOfficer, Cancellation);
        Assert.Equal("Más", late.Meanwhile!.Terms.Names.First().Text);
    }

    [Fact]
    public async Task Course_FromCallToReplacement_KeepsEveryRuleAndEveryTrace()
    {
        _clock.Now = new DateTimeOffset(2027, 1, 10, 12, 0, 0, TimeSpan.Zero);
        var example = await new ExampleDelegation(examples, _clock).MadeAsync(2027);
        var (office, key, by) = (await example.OfficeAsync(), example.Key, ExampleDelegation.ByOfficer);
        Assert.Equal(DelegationRefusal.DeadlineWrong, (await example.Stages.CallAsync(office, key, new DateOnly(2027, 1, 10), new DateOnly(2027, 1, 9), LocalText.Empty, by, Cancellation)).Single().Code);
        Assert.Empty(await example.Stages.CallAsync(office, key, new DateOnly(2027, 1, 10), new DateOnly(2027, 1, 20), LocalText.Of("en", "Propose"), by, Cancellation));
        Assert.Equal(DelegationRefusal.NobodySeated, (await example.Stages.ConsultAsync(office, key, new DateOnly(2027, 1, 10), new DateOnly(2027, 1, 30), by, Cancellation)).Single().Code);

        // Four men: 30 percent of four is two women.
        foreach (var (name, kind) in ((string, SeatKind)[])[("m1", SeatKind.Representative), ("m2", SeatKind.Representative), ("m3", SeatKind.Substitute), ("m4", SeatKind.Substitute)])
            Assert.Empty(await example.Composing.SeatAsync(office, key, (await example.PersonAsync(name)).Id, kind, Chamber.Local, null, by, Cancellation));
        var check = (await example.Composing.CheckAsync(office, key, "an officer", Cancellation))!;
        Assert.False(check.Check.IsAllowed);
        var share = check.Check.Broken.Single(b => b.Verdict.Rule == "sex-share-whole");
        Assert.Equal((0, 2), (share.Verdict.Has, share.Verdict.Needs));
        Assert.Equal(2, share.Exchange!.Changes.Count);
        Assert.Empty(await example.Stages.ConsultAsync(office, key, new DateOnly(2027, 1, 10), new DateOnly(2027, 1, 30), by, Cancellation));
        Assert.Equal(DelegationRefusal.RuleBroken, (await example.Stages.AppointAsync(office, key, new DateOnly(2027, 1, 10), "the minister", "1/2027", "an officer", by, Cancellation)).Single().Code);

        Assert.Empty(await example.Composing.ApplyAsync(office, key, check.Check.Repair!.Afterwards, by, Cancellation));
        _clock.Now = new DateTimeOffset(2027, 3, 5, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(DelegationRefusal.AppointmentMissing, (await example.Stages.AppointAsync(office, key, new DateOnly(2027, 2, 25), "", "1/2027", "an officer", by, Cancellation)).Single().Code);
        Assert.Empty(await example.Stages.AppointAsync(office, key, new DateOnly(2027, 2, 25), "the minister", "1/2027", "an officer", by, Cancellation));
        var appointed = await example.ViewAsync();
        Assert.All(appointed.Seatings, s => Assert.Equal(new DateOnly(2027, 3, 1), s.From));
        Assert.Empty(await example.Stages.CredentialsAsync(office, key, new DateOnly(2027, 3, 4), "verified", by, Cancellation));
        Assert.Null(await example.Queries.FindAsync(office, key, publicOnly: true, Cancellation));
        Assert.Empty(await example.Stages.PublishAsync(office, key, true, by, Cancellation));
        Assert.Equal(4, (await example.ViewAsync(publicOnly: true)).People.Count);

        // A woman loses her mandate: six months to fill the seat, and only a woman keeps the share.
        var woman = appointed.Seatings.First(s => appointed.Person(s.Person).Name[0] == 'w');
        Assert.Empty(await example.Life.LeaveAsync(office, key, woman.Id, new DateOnly(2027, 3, 4), SeatEnding.LostMandate, by, Cancellation));
        var vacant = (await example.ViewAsync()).VacantOn(new DateOnly(2027, 3, 5)).Single();
        Assert.Equal((woman.Id, new DateOnly(2027, 9, 4)), (vacant.After!.Id, vacant.FillUntil));
        Assert.Contains((await new NeedsQueries(examples.Database.Database).AllAsync(office, new DateOnly(2027, 3, 5), Cancellation)), n => n.Kind is NeedKind.SeatVacant && n.Delegation == key && n.Day == new DateOnly(2027, 9, 4));
        // Who sits has to be in a composition, and who has lost her mandate is no candidate.
        Assert.Equal(DelegationRefusal.CannotSit, (await example.Composing.ApplyAsync(office, key, [new Seating(DelegationModels.KeyOf(woman.Person), woman.Kind, Chamber.Local)], by, Cancellation)).Single().Code);
        var man = (await example.PersonAsync("m5")).Id;
        Assert.Empty(await example.Composing.SeatAsync(office, key, man, woman.Kind, Chamber.Local, woman.Id, by, Cancellation));
        var draft = (await example.ViewAsync()).Seatings.Single(s => s.IsDraft);
        Assert.Equal(DelegationRefusal.RuleBroken, (await example.Life.AppointAsync(office, key, draft.Id, new DateOnly(2027, 3, 5), "the minister", "2/2027", "an officer", by, Cancellation)).Single().Code);
        Assert.Empty(await example.Composing.UnseatAsync(office, key, draft.Id, by, Cancellation));
        var third = (await example.ViewAsync()).People.Single(p => p.Name[0] == 'w' && appointed.Seatings.All(s => s.Person != p.Id));
        Assert.Empty(await example.Composing.SeatAsync(office, key, third.Id, woman.Kind, Chamber.Local, woman.Id, by, Cancellation));
        draft = (await example.ViewAsync()).Seatings.Single(s => s.IsDraft);
        Assert.Empty(await example.Life.AppointAsync(office, key, draft.Id, new DateOnly(2027, 3, 5), "the minister", "2/2027", "an officer", by, Cancellation));
        var filled = await example.ViewAsync();
        Assert.Empty(filled.VacantOn(new DateOnly(2027, 3, 5)));
        Assert.Equal("2/2027", filled.Seatings.Single(s => s.Person == third.Id).Appointment);
        Assert.Equal(new DateOnly(2027, 3, 4), filled.Person(woman.Person).MandateUntil);
    }

    [Fact]
    public async Task Terms_ChangedByTwoAtOnce_AreThoseOfOne_AndTheOtherIsShownThemBeforeSheMaySaveOver()
    {
        var example = await new ExampleDelegation(examples, _clock).MadeAsync(2046);
        var (office, opened) = (await example.OfficeAsync(), await example.ViewAsync());
        Task<DelegationResult> SaveAsync(string name, int version) =>
            example.Service.ChangeAsync(office, example.Key, version, opened.Terms with { Names = LocalText.Of("hu", name) }, new Edit(name), Cancellation);
        var results = await Task.WhenAll(SaveAsync("Anna", opened.Version), SaveAsync("Béla", opened.Version));
        var (kept, late) = results[0].IsDone ? ("Anna", results[1]) : ("Béla", results[0]);
        Assert.Single(results, r => r.IsDone);
        Assert.Equal((kept, kept), (late.Meanwhile!.Terms.Names["hu"], (await example.ViewAsync()).Terms.Names["hu"]));
        Assert.True((await SaveAsync("late", late.Meanwhile.Version)).IsDone);
        Assert.Equal("late", (await example.ViewAsync()).Terms.Names["hu"]);
    }

    [Fact]
    public async Task Take_OfAFileThatDoesNotSayWhySomebodyLeft_KeepsItAsUnknown_UntilItIsSaid()
    {
        var example = new ExampleDelegation(examples, _clock);
        var (office, by, import) = (await example.OfficeAsync(), ExampleDelegation.ByOfficer, new DelegationImport(examples.Database.Database, _clock));
        var (first, last) = (new DateOnly(2026, 4, 1), new DateOnly(2026, 12, 31));
        StatedMember Member(string person, DateOnly? from, DateOnly? until, string why = "") => new(person, person, "a mayor", "", "", "representative", "local", from, until, []) { Ending = why };
        var stated = new StatedDelegation("x", "a-network", "A network", "A delegation", "HU", first, last)
        {
            Seats = [new StatedSeats("representative", "local", 4), new StatedSeats("substitute", "local", 1)],
            Members =
            [
                Member("unsaid", first, first.AddDays(9)), Member("resigned", first, first.AddDays(9), "resigned"), Member("to the end", first, last), Member("moved", first, first.AddDays(9)),
                Member("moved", first.AddDays(10), null) with { Kind = "substitute" },
            ],
        };
        var taken = TakenDelegation.Of(stated, "en", "a file");
        Assert.Equal("unsaid", Assert.Single(taken.Unexplained).Person);
        var (findings, key) = await import.TakeAsync(office, taken, by, Cancellation);
        Assert.Empty(findings);
        async Task<DelegationView> ViewAsync() => (await example.Queries.FindAsync(office, key, publicOnly: false, Cancellation))!;
        var view = await ViewAsync();
        Assert.Equal([("moved", SeatEnding.Moved), ("moved", null), ("resigned", SeatEnding.Resigned), ("to the end", null), ("unsaid", SeatEnding.Unknown)],
            view.Seatings.Select(s => (view.Person(s.Person).Name, s.Ending)).OrderBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Ending is null));
        var unsaid = view.Seatings.Single(s => s.Ending is SeatEnding.Unknown);
        Assert.DoesNotContain(DelegationModels.Of(view, new Dictionary<Guid, DelegationTraits>(), first).Candidates, c => c.Key == DelegationModels.KeyOf(unsaid.Person));

        foreach (var no in (SeatEnding[])[SeatEnding.Unknown, SeatEnding.TermEnded]) Assert.Equal(DelegationRefusal.StageWrong, (await example.Life.ExplainAsync(office, key, unsaid.Id, no, by, Cancellation)).Single().Code);
        Assert.Equal(DelegationRefusal.StageWrong, (await example.Life.LeaveAsync(office, key, view.Seatings.First(s => s.To is null).Id, first.AddDays(20), SeatEnding.Unknown, by, Cancellation)).Single().Code);
        Assert.Empty(await example.Life.ExplainAsync(office, key, unsaid.Id, SeatEnding.LostMandate, by, Cancellation));
        view = await ViewAsync();
        Assert.Equal((SeatEnding.LostMandate, first.AddDays(9)), (view.Seatings.Single(s => s.Id == unsaid.Id).Ending, view.Person(unsaid.Person).MandateUntil));
        Assert.Equal(DelegationRefusal.StageWrong, (await example.Life.ExplainAsync(office, key, unsaid.Id, SeatEnding.Died, by, Cancellation)).Single().Code);
    }

    [Fact]
    public async Task Apply_OfACompositionWithoutWhoSits_IsRefused()
    {
        var example = await new ExampleDelegation(examples, _clock).AppointedAsync(2030, _clock);
        var office = await example.OfficeAsync();
        Assert.Equal(DelegationRefusal.CannotSit, (await example.Composing.ApplyAsync(office, example.Key, [], ExampleDelegation.ByOfficer, Cancellation)).Single().Code);
    }

    [Fact]
    public async Task Seat_OnASeatThatIsTaken_OrOfWhoSits_IsRefused()
    {
        var example = await new ExampleDelegation(examples, _clock).AppointedAsync(2032, _clock);
        var (office, view) = (await example.OfficeAsync(), await example.ViewAsync());
        var free = view.People.First(p => view.Seatings.All(s => s.Person != p.Id)).Id;
        Assert.Equal(DelegationRefusal.SeatTaken, (await example.Composing.SeatAsync(office, example.Key, free, SeatKind.Representative, Chamber.Local, null, ExampleDelegation.ByOfficer, Cancellation)).Single().Code);
        Assert.Equal(DelegationRefusal.SitsAlready, (await example.Composing.SeatAsync(office, example.Key, view.Seatings[0].Person, SeatKind.Substitute, Chamber.Local, null, ExampleDelegation.ByOfficer, Cancellation)).Single().Code);
        Assert.Equal(DelegationRefusal.HasSat, (await example.People.EraseAsync(office, example.Key, view.Seatings[0].Person, ExampleDelegation.ByOfficer, Cancellation)).Single().Code);
    }

    [Fact]
    public async Task Publish_WhileAMemberMayNotBeNamed_IsRefused_AndNamesHer()
    {
        var example = await new ExampleDelegation(examples, _clock).AppointedAsync(2034, _clock);
        var (office, view) = (await example.OfficeAsync(), await example.ViewAsync());
        var member = view.Person(view.Seatings[0].Person);
        var rank = member.RepresentativeRank!.Value;
        await example.People.PutAsync(office, example.Key, ExampleDelegation.Draft(member.Name, rank) with { Id = member.Id, PublicOffice = LocalText.Empty, Traits = null }, "an officer", byAssociation: false, Cancellation);
        var refused = (await example.Stages.PublishAsync(office, example.Key, true, ExampleDelegation.ByOfficer, Cancellation)).Single();
        Assert.Equal((DelegationRefusal.NotToBeNamed, member.Name), (refused.Code, refused.Arguments["name"]));
        await example.People.PutAsync(office, example.Key, ExampleDelegation.Draft(member.Name, rank) with { Id = member.Id, Traits = null }, "an officer", byAssociation: false, Cancellation);
        Assert.Empty(await example.Stages.PublishAsync(office, example.Key, true, ExampleDelegation.ByOfficer, Cancellation));
        // Who is published and loses what makes her name public is a seat that is taken.
        await example.People.PutAsync(office, example.Key, ExampleDelegation.Draft(member.Name, rank) with { Id = member.Id, PublicOffice = LocalText.Empty, Traits = null }, "an officer", byAssociation: false, Cancellation);
        var shown = (await example.ViewAsync(publicOnly: true)).Person(member.Id);
        Assert.Equal(("", "", (string?)null), (shown.Name, shown.Authority, shown.Email));
    }

    [Fact]
    public async Task PublicTraits_AreOnlyTheFieldsTheRulesShow_OfMembersWithAPublicOffice()
    {
        var example = await new ExampleDelegation(examples, _clock).AppointedAsync(2036, _clock);
        var (office, view) = (await example.OfficeAsync(), await example.ViewAsync());
        Assert.Empty(await example.Stages.PublishAsync(office, example.Key, true, ExampleDelegation.ByOfficer, Cancellation));
        Assert.Empty(await example.Queries.PublicTraitsAsync(office, example.Key, Cancellation));
        view = await example.ViewAsync();
        Assert.True((await example.Service.ChangeAsync(office, example.Key, view.Version, view.Terms with { Rules = view.Terms.Rules with { PublicFields = ["political-group"] } }, ExampleDelegation.ByOfficer, Cancellation)).IsDone);
        var shown = await example.Queries.PublicTraitsAsync(office, example.Key, Cancellation);
        Assert.Equal(view.Seatings.Select(s => s.Person).Order(), shown.Keys.Order());
        Assert.All(shown.Values, t => Assert.Equal((Sex.Unstated, (int?)null, true), (t.Sex, t.BirthYear, t.PoliticalGroup.Length > 0)));
    }

    [Fact]
    public async Task Traits_AreReadByNameOfTheReader_OnceAnHour()
    {
        var example = await new ExampleDelegation(examples, _clock).MadeAsync(2038);
        var office = await example.OfficeAsync();
        await example.People.TraitsAsync(office, example.Key, "Éva", "form", Cancellation);
        await example.People.TraitsAsync(office, example.Key, "Éva", "form", Cancellation);
        _clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(Sex.Female, (await example.People.TraitsAsync(office, example.Key, "Béla", "form", Cancellation))[(await example.PersonAsync("w1")).Id].Sex);
        _clock.Now += TimeSpan.FromHours(2);
        await example.People.TraitsAsync(office, example.Key, "Éva", "form", Cancellation);
        Assert.Equal(["Éva", "Béla", "Éva"], (await example.People.ReadingsAsync(office, example.Key, Cancellation)).Select(r => r.Reader));
    }

    [Fact]
    public async Task Attend_WhereTheSubstituteSitsForWhoIsAway_IsKept_AndForWhoIsThereRefused()
    {
        var example = await new ExampleDelegation(examples, _clock).AppointedAsync(2040, _clock);
        var (office, view) = (await example.OfficeAsync(), await example.ViewAsync());
        var item = new ActivityItem { Key = "", Kind = "conference", Status = "confirmed", Public = true, Title = LocalText.Of("en", "Session"), Start = "2040-03-20", End = "2040-03-22", Source = "" };
        var (_, activity) = await new ActivityService(examples.Database.Database, _clock).AddAsync(office, item, ExampleDelegation.ByOfficer, Cancellation);
        Assert.Empty(await example.Sessions.AddAsync(office, example.Key, activity, ExampleDelegation.ByOfficer, Cancellation));
        var session = (await example.ViewAsync()).Sessions.Single();
        var (first, second) = (view.Seatings.First(s => s.Kind is SeatKind.Representative).Id, view.Seatings.Last(s => s.Kind is SeatKind.Representative).Id);
        var substitute = view.Seatings.First(s => s.Kind is SeatKind.Substitute).Id;
        Assert.Equal(DelegationRefusal.SatForWrong, (await AttendAsync(new(first, Presence.Present, null), new(substitute, Presence.Present, first))).Single().Code);
        Assert.Equal(DelegationRefusal.SatForWrong, (await AttendAsync(new(first, Presence.Excused, null), new(second, Presence.Present, first))).Single().Code);
        Assert.Equal(DelegationRefusal.SatForWrong, (await AttendAsync(new(first, Presence.Excused, null), new(substitute, Presence.Absent, first))).Single().Code);
        Assert.Empty(await AttendAsync(new(first, Presence.Excused, null), new(second, Presence.Present, null), new(substitute, Presence.Present, first)));
        Assert.Equal(first, (await example.ViewAsync()).Sessions.Single().Attendance.Single(a => a.Seating == substitute).SatFor);

        Task<IReadOnlyList<Finding>> AttendAsync(params DelegationAttendance[] attendance) => example.Sessions.AttendAsync(office, example.Key, session.Id, attendance, ExampleDelegation.ByOfficer, Cancellation);
    }

    [Fact]
    public async Task Forget_AfterTheTerm_ErasesWhoNeverSat_ThenTraitsAndAddresses_AndNotBefore()
    {
        var example = await new ExampleDelegation(examples, _clock).AppointedAsync(2042, _clock);
        var office = await example.OfficeAsync();
        _clock.Now = new DateTimeOffset(2043, 2, 20, 12, 0, 0, TimeSpan.Zero);
        Assert.Empty(await example.Stages.EndAsync(office, example.Key, ExampleDelegation.ByOfficer, Cancellation));
        await example.People.ForgetAsync(office, Cancellation);
        Assert.Equal(8, (await example.ViewAsync()).People.Count);
        _clock.Now = new DateTimeOffset(2043, 2, 20, 12, 0, 0, TimeSpan.Zero).AddDays(DelegationKeeping.DaysOfCandidates + 1);
        await example.People.ForgetAsync(office, Cancellation);
        var view = await example.ViewAsync();
        Assert.Equal((4, true), (view.People.Count, view.People.All(p => p.Email is not null)));
        Assert.Equal(4, (await example.People.TraitsAsync(office, example.Key, "a test", "form", Cancellation)).Count);
        _clock.Now = new DateTimeOffset(2043, 2, 20, 12, 0, 0, TimeSpan.Zero).AddDays(DelegationKeeping.DaysOfTraits + 1);
        await example.People.ForgetAsync(office, Cancellation);
        Assert.Empty(await example.People.TraitsAsync(office, example.Key, "a test", "form", Cancellation));
        Assert.All((await example.ViewAsync()).People, p => Assert.Null(p.Email));
    }

    [Fact]
    public async Task Propose_ByAnAssociation_OnlyWhileCalled_AndOnlyItsOwn()
    {
        _clock.Now = new DateTimeOffset(2044, 1, 10, 12, 0, 0, TimeSpan.Zero);
        var example = await new ExampleDelegation(examples, _clock).MadeAsync(2044);
        var (office, key) = (await example.OfficeAsync(), example.Key);
        var draft = ExampleDelegation.Draft("w9", 9) with { Proposer = "south" };
        Assert.Equal(DelegationRefusal.ProposalsClosed, (await example.People.PutAsync(office, key, draft, "South", byAssociation: true, Cancellation)).Single().Code);
        Assert.Empty(await example.Stages.CallAsync(office, key, new DateOnly(2044, 1, 10), new DateOnly(2044, 1, 20), LocalText.Empty, ExampleDelegation.ByOfficer, Cancellation));
        Assert.Empty(await example.People.PutAsync(office, key, draft, "South", byAssociation: true, Cancellation));
        var secret = (await example.Service.LinkAsync(office, key, "south", isOpen: true, Cancellation))!;
        var seen = (await example.Service.OpenAsync(office, secret, Cancellation))!.Value;
        Assert.Equal(("south", true), (seen.Proposer.Key, seen.Delegation.People.All(p => p.Proposer == "south")));
        var other = await example.PersonAsync("m2");
        Assert.Equal(DelegationRefusal.ProposalsClosed, (await example.People.PutAsync(office, key, ExampleDelegation.Draft("m2", 2) with { Id = other.Id, Proposer = "south" }, "South", byAssociation: true, Cancellation)).Single().Code);
        _clock.Now = new DateTimeOffset(2044, 1, 21, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(DelegationRefusal.ProposalsClosed, (await example.People.PutAsync(office, key, draft, "South", byAssociation: true, Cancellation)).Single().Code);
        Assert.Null(await example.Service.LinkAsync(office, key, "south", isOpen: false, Cancellation));
        Assert.Null(await example.Service.OpenAsync(office, secret, Cancellation));
    }
}
