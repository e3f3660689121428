using Tessera.Domain.Vocabulary;
using Tessera.Features.Pairs;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Features.Tests.Pairs;

/// <summary>An import of pairs taken back, on a real database.</summary>
public sealed class PairUndoingTests : IAsyncLifetime
{
    private PairRegister _register = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _register = await PairRegister.OpenAsync();

    public ValueTask DisposeAsync() => _register.DisposeAsync();

    [Fact]
    public async Task Undoing_LeavesNothing_AndThePairsCanBeTakenAgain()
    {
        var before = await _register.EverythingAsync();
        var imported = await _register.ImportAsync(PairRegister.Few);
        var undone = await _register.UndoAsync(imported);
        Assert.Equal((1, 2), (undone!.Offices, undone.Undone));
        Assert.Empty(undone.Left);
        Assert.Equal(before, await _register.EverythingAsync());
        Assert.Equal(["lund", "turku"], await _register.ColumnAsync("select key from change where kind = 'removed' and subject = 'partner' order by key"));
        Assert.Null(await _register.UndoAsync(imported));
        Assert.Equal(2, (await _register.ImportAsync(PairRegister.Few)).Counts[PairAnswer.Taken]);
    }

    [Fact]
    public async Task Undoing_AfterSomebodyChangedAPartner_LeavesIt()
    {
        var imported = await _register.ImportAsync(PairRegister.Few);
        await _register.Partners.ChangeAsync(_register.Office, "lund", null, p => p with { Note = LocalText.Of("en", "We know them well.") }, new Edit("Colleague"), Cancellation);
        var undone = await _register.UndoAsync(imported);
        Assert.Equal([("svenljunga", "lund")], undone!.Left);
        Assert.Equal("4 lund", (await _register.PartnersAsync())[^1]);
        Assert.Equal("twin-towns-2026-05", (await _register.Partners.FindAsync(_register.Office, "lund", Cancellation))!.Item.Source);
    }

    /// <summary>
    /// The same import, lived with in the same way, is taken back once together and once partner by partner: as if each had been taken by hand, with the partner as it was then kept beside the proposal.
    /// </summary>
    [Fact]
    public async Task Undoing_Together_LeavesWhatUndoingOneByOneLeaves()
    {
        await using var other = await PairRegister.OpenAsync();
        var (together, oneByOne) = (await UndoneAsync(_register, isOneByOne: false), await UndoneAsync(other, isOneByOne: true));
        Assert.Equal(["contacted", "documented", "renamed"], together.Left.Order());
        Assert.Equal(oneByOne.Left, together.Left);
        Assert.Equal(oneByOne.Undone, together.Undone);
        Assert.Equal(oneByOne.Rows, together.Rows);
        Assert.Contains(together.Rows, r => r.StartsWith("partner 4 renamed", StringComparison.Ordinal));
        Assert.Contains(together.Rows, r => r == "authority turku");
        Assert.DoesNotContain(together.Rows, r => r == "authority bologna");
    }

    [Fact]
    public async Task Undoing_WhatBroughtNothing_ChangesNothingButItself()
    {
        var imported = await _register.ImportAsync(PairRegister.Heading + PairRegister.Svenljunga + "Bergen\tNorway\t60.39\t5.32\t9000\n");
        var before = await _register.PartnersAsync();
        Assert.Equal(0, (await _register.UndoAsync(imported))!.Undone);
        Assert.Equal(before, await _register.PartnersAsync());
    }

    private static async Task<(int Undone, IReadOnlyList<string> Left, List<string> Rows)> UndoneAsync(PairRegister register, bool isOneByOne)
    {
        string[] names = ["Turku", "Renamed", "Alone", "Documented", "Bologna", "Contacted", "Second"];
        await register.CreateOfficeAsync("lund", "Lund", "SE");
        var pairs = string.Concat(names.Select(n => $"{PairRegister.Svenljunga}{n}\tFinland\n")) + "Lund\tSweden\t55.71\t13.19\tTurku\tFinland\n";
        var imported = await register.ImportAsync(PairRegister.Heading + pairs, PairRegister.Whole with { Office = null });
        Assert.Equal(8, imported.Counts[PairAnswer.Taken]);
        var reading = (await register.Readings.ListAsync(register.Office, Cancellation)).Single().Id;
        if (isOneByOne) await KeepAsTakenByHandAsync(register);
        await LiveWithAsync(register);
        var undone = (await register.Readings.UndoAsync(register.Office, reading, new Edit("test", "Wrong"), Cancellation))!;
        return (undone.Undone, [.. undone.Left.Select(l => l.Key)], await RowsAsync(register));
    }

    private static async Task KeepAsTakenByHandAsync(PairRegister register)
    {
        foreach (var key in await register.ColumnAsync("select partner_key from reading_item where state = 'taken'"))
        {
            var item = (await register.Partners.FindAsync(register.Office, key, Cancellation))!.Item;
            var seat = (await register.ColumnAsync($"select p.geonames::text from authority a join place p on p.id = a.seat_id where a.key = '{item.Authority}'")).SingleOrDefault();
            var after = new { after = item, seat = seat is null ? null : new { authority = item.Authority, place = long.Parse(seat, System.Globalization.CultureInfo.InvariantCulture), isPlaceNew = true } };
            await register.ColumnAsync($"update reading_item set brought = jsonb_strip_nulls(brought - 'place' || '{OfficeItems.Write(after).Replace("'", "''", StringComparison.Ordinal)}') where partner_key = '{key}' returning partner_key");
        }
    }

    /// <summary>A partner is given another name, one a document, one a contact; and one comes behind them.</summary>
    private static async Task LiveWithAsync(PairRegister register)
    {
        var colleague = new Edit("Colleague");
        await register.Partners.ChangeAsync(register.Office, "renamed", null, p => p with { RegisteredName = "Another" }, colleague, Cancellation);
        await register.ColumnAsync("""
            with content as (insert into document_content (hash, content) values (sha256('scan'), 'a') returning hash)
            insert into document (id, partner_id, kind, title, version, file_name, media_type, size, hash, is_public, folded_text, uploaded_by, uploaded_at)
            select gen_random_uuid(), p.id, 'pdf', 'Scan', 1, 'scan.pdf', 'application/pdf', 1, c.hash, true, 'scan', 'Colleague', now() from partner p, content c where p.key = 'documented' returning title
            """);
        await register.ColumnAsync("""
            insert into contact (id, partner_id, name, role, purpose, source, keep_until, folded, created_at, updated_at)
            select gen_random_uuid(), id, 'A', '', 'twinning', 'her card', '2030-01-01', 'a', now(), now() from partner where key = 'contacted' returning name
            """);
        var added = new NewPartner(null, "NO", Domain.Authorities.AuthorityKind.Municipality, Domain.Partners.PartnerKind.TwinTown, "Behind", LocalText.Of("sv", "Behind"), [], [], LocalText.Empty, LocalText.Empty, []);
        Assert.True((await register.Partners.AddAsync(register.Office, added, colleague, Cancellation)).Result.IsDone);
    }

    /// <summary>What is there afterwards, and what the history says: of a partner's moves up, where it began and where it came to stand.</summary>
    private static async Task<List<string>> RowsAsync(PairRegister register) =>
    [
        .. await register.ColumnAsync("select 'partner ' || number || ' ' || key || ' ' || version || ' ' || registered_name from partner order by number"),
        .. (await register.EverythingAsync()).Where(r => !r.StartsWith("reading", StringComparison.Ordinal) && !r.StartsWith("partner", StringComparison.Ordinal)),
        .. await register.ColumnAsync("select 'item ' || number || ' ' || state from reading_item order by number"),
        .. await register.ColumnAsync("""
            select concat_ws(' ', kind, subject, key, parent, names, author, reason, min(at), f ->> 'field', max((f ->> 'old')::int), min((f ->> 'new')::int))
            from change left join jsonb_array_elements(fields) f on true where author = 'test' and reason = 'Wrong'
            group by kind, subject, key, parent, names, author, reason, f ->> 'field' order by 1
            """),
    ];
}
