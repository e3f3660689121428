using Npgsql;
using Tessera.Domain.Authorities;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Partners;
using Tessera.Features.Readings;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Reconciliation;

namespace Tessera.Features.Pairs;

/// <summary>What all batches of an import have in common.</summary>
/// <param name="SourceKey">Of the source that the partners are given, in the directory and in each office.</param>
/// <param name="Hash">Of the file.</param>
/// <param name="Register">The directory's source of what comes with it.</param>
/// <param name="GeoNames">The directory's source of seats.</param>
/// <param name="Brought">Places that have come with it, by their numbers at GeoNames.</param>
internal sealed record PairContext(Guid Import, PairWork Work, Edit Edit, string SourceKey, byte[] Hash, Guid Register, Guid GeoNames, PairHomes Homes, KnownAuthorities Authorities, Dictionary<int, Guid> Brought);

/// <summary>Gathers what some thousands of pairs become, and writes it.</summary>
/// <param name="seats">Places of the directory by their numbers at GeoNames, as far as the batch needs them.</param>
internal sealed class PairBatch(PairContext context, Dictionary<int, Guid> seats, DateTimeOffset now)
{
    private readonly List<NewPlace> _places = [];
    private readonly List<NewAuthority> _authorities = [];
    private readonly Dictionary<int, OfficeRows> _offices = [];

    /// <summary>Takes a pair into the office's register, or keeps it as a proposal that waits.</summary>
    /// <param name="doubt">Why it waits; null to take it.</param>
    public void Add(OfficePairs office, StatedPair pair, RegisterDoubt? doubt)
    {
        if (!_offices.TryGetValue(office.Office.Id, out var rows)) rows = _offices[office.Office.Id] = new OfficeRows(office) { IsReadingNew = office.Reading is null };
        office.Reading ??= Guid.CreateVersion7(now);
        var proposal = OfficeItems.Write(PairProposals.Of(pair, office, doubt, office.TextLength));
        rows.Text.Append(pair.Text).Append('\n');
        office.TextLength += pair.Text.Length + 1;
        var taken = doubt is null ? Take(rows, pair) : default;
        rows.Items.Add(new NewItem(++office.Items, proposal, taken.Partner, taken.Brought));
    }

    /// <summary>Writes all of it in one journey.</summary>
    public async Task WriteAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (_offices.Count == 0) return;
        var commands = new PairRows(context, now);
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        foreach (var command in commands.Shared(_places, _authorities).Concat(_offices.Values.SelectMany(commands.Own))) batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private (string Partner, string Brought) Take(OfficeRows rows, StatedPair pair)
    {
        var office = rows.Office;
        var authority = context.Authorities.Find(pair, office.Kind) ?? Authority(office, pair);
        if (office.Source is null) (office.Source, rows.IsSourceNew) = (Guid.CreateVersion7(now), true);
        var item = PairProposals.Partner(pair, office, authority.Key, context.SourceKey);
        rows.Partners.Add(new NewPair(item, authority.Id));
        var seat = authority.IsNew && pair.Meant is { } place && context.Brought.ContainsKey(place.Id) ? NewPlace.KeyOf(place.Id) : null;
        return (item.Key, OfficeItems.Write(new Brought { Authority = authority.IsNew ? authority.Key : null, Place = seat }));
    }

    private KnownAuthority Authority(OfficePairs office, StatedPair pair)
    {
        var authority = context.Authorities.Add(pair, office.Kind);
        Guid? seat = pair.Meant is { } place ? Seat(place) : null;
        _authorities.Add(new NewAuthority(authority, Words<AuthorityKind>.Write(office.Kind), pair.Other.Country, LocalText.Of(office.Office.Languages[0], pair.Other.Name), seat));
        return authority;
    }

    private Guid Seat(Place place)
    {
        if (seats.TryGetValue(place.Id, out var known) || context.Brought.TryGetValue(place.Id, out known)) return known;
        var added = new NewPlace(Guid.CreateVersion7(now), place);
        _places.Add(added);
        return context.Brought[place.Id] = added.Id;
    }
}
