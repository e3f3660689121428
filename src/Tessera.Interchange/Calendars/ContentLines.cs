namespace Tessera.Interchange.Calendars;

/// <summary>
/// Cuts a file into content lines and joins folded ones (RFC 5545, 3.1) as bytes, so that a letter that was folded in its middle is whole
/// again. Ends of line may be CRLF, LF or CR; empty lines are passed over. A line that was not folded is a piece of the file, not copied.
/// Linear in the file.
/// </summary>
internal ref struct ContentLines(ReadOnlySpan<byte> file)
{
    private readonly ReadOnlySpan<byte> _file = file;
    private byte[] _joined = [];
    private int _length;
    private int _at;
    private int _nextNumber = 1;

    /// <summary>The line, valid until the next.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Its number in the file, from 1; of a folded line that of its beginning.</summary>
    public int Number { get; private set; }

    /// <summary>Whether its end was left out, for it is longer than <see cref="CalendarLimits.Line"/>.</summary>
    public bool IsCut { get; private set; }

    public bool MoveNext()
    {
        do
        {
            if (_at >= _file.Length) return false;
            Number = _nextNumber;
            Current = Physical();
        }
        while (Current.IsEmpty);

        IsCut = false;
        if (IsFolded) Join();
        if (!Current.IsEmpty && Current[^1] == '=' && IsQuotedPrintable()) JoinSoftly();
        if (Current.Length <= CalendarLimits.Line) return true;
        Current = Current[..CalendarLimits.Line];
        IsCut = true;
        return true;
    }

    private readonly bool IsFolded => _at < _file.Length && _file[_at] is (byte)' ' or (byte)'\t';

    private ReadOnlySpan<byte> Physical()
    {
        var rest = _file[_at..];
        var end = rest.IndexOfAny((byte)'\r', (byte)'\n');
        _nextNumber++;
        if (end < 0)
        {
            _at = _file.Length;
            return rest;
        }

        _at += end + 1;
        if (rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n') _at++;
        return rest[..end];
    }

    private void Join()
    {
        _length = 0;
        Append(Current);
        while (IsFolded) Append(Physical()[1..]);
        Current = _joined.AsSpan(0, _length);
    }

    /// <summary>vCalendar 1.0 breaks long values with an equals sign, as mail does.</summary>
    private readonly bool IsQuotedPrintable()
    {
        var colon = Current.IndexOf((byte)':');
        return colon > 0 && (Current[..colon].IndexOf("QUOTED-PRINTABLE"u8) >= 0 || Current[..colon].IndexOf("quoted-printable"u8) >= 0);
    }

    private void JoinSoftly()
    {
        var first = Current.ToArray();
        _length = 0;
        Append(first);
        while (_length > 0 && _length <= CalendarLimits.Line && _joined[_length - 1] == '=' && _at < _file.Length)
        {
            _length--;
            Append(Physical());
        }

        Current = _joined.AsSpan(0, _length);
    }

    /// <summary>One byte more than is allowed stays, so that the cut is seen.</summary>
    private void Append(scoped ReadOnlySpan<byte> piece)
    {
        piece = piece[..Math.Min(piece.Length, CalendarLimits.Line + 1 - _length)];
        if (_joined.Length < _length + piece.Length) Array.Resize(ref _joined, Math.Max(256, Math.Max(_joined.Length * 2, _length + piece.Length)));
        piece.CopyTo(_joined.AsSpan(_length));
        _length += piece.Length;
    }
}
