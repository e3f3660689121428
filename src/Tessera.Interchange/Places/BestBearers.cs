namespace Tessera.Interchange.Places;

/// <summary>The best so many that were offered, each place once: the nearest name first, of two as near the lower rank.</summary>
internal ref struct BestBearers(Span<BestBearers.Bearer> room, ReadOnlySpan<int> ranks, ReadOnlySpan<PlaceRecord> places, ushort country)
{
    private readonly Span<Bearer> _room = room;
    private readonly ReadOnlySpan<int> _ranks = ranks;
    private readonly ReadOnlySpan<PlaceRecord> _places = places;

    /// <summary>A place under a name.</summary>
    internal readonly record struct Bearer(ulong Order, int Place, int Name)
    {
        public int Distance => (int)(Order >> 32);
    }

    /// <summary>Those that were kept, the best first.</summary>
    public readonly ReadOnlySpan<Bearer> Kept => _room[..Count];

    /// <summary>How many were kept.</summary>
    public int Count { get; private set; }

    /// <summary>A rank that is not lower than this one can be passed over at this distance.</summary>
    public readonly int Limit(int distance) => Count < _room.Length ? int.MaxValue : OrderOf(distance, 0) > _room[^1].Order ? 0 : distance < _room[^1].Distance ? int.MaxValue : (int)(uint)_room[^1].Order;

    /// <summary>Takes it in when it is of the country and among the best.</summary>
    public void Offer(int distance, int rank, int name)
    {
        var order = OrderOf(distance, rank);
        if (Count == _room.Length && order >= _room[^1].Order) return;
        var place = _ranks[rank] >> 1;
        if (country != 0 && _places[place].Country != country) return;
        var worse = Find(place);
        if (worse >= 0 && _room[worse].Order <= order) return;
        var at = worse >= 0 ? worse : Count < _room.Length ? Count++ : Count - 1;
        for (; at > 0 && _room[at - 1].Order > order; at--) _room[at] = _room[at - 1];
        _room[at] = new Bearer(order, place, name);
    }

    private readonly int Find(int place)
    {
        for (var at = 0; at < Count; at++)
        {
            if (_room[at].Place == place) return at;
        }

        return -1;
    }

    /// <summary>What sorts them.</summary>
    public static ulong OrderOf(int distance, int rank) => ((ulong)distance << 32) | (uint)rank;
}
