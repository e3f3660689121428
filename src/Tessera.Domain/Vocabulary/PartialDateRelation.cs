namespace Tessera.Domain.Vocabulary;

/// <summary>What a <see cref="PartialDate"/> says about the date or dates it names.</summary>
public enum PartialDateRelation
{
    /// <summary>It happened at that date: <c>2008-09</c>.</summary>
    At,

    /// <summary>It lasted from one date to another, both included: <c>1969/1975</c>.</summary>
    Between,

    /// <summary>It holds from that date on, that date included, with no end known: <c>2021-10/..</c>.</summary>
    Since,

    /// <summary>It held up to that date, that date included, with no beginning known: <c>../1997</c>.</summary>
    Until,

    /// <summary>It happened on some day earlier than that date: before 1990 is <c>[..1989]</c>.</summary>
    Before,

    /// <summary>It happened on some day later than that date: after 1990 is <c>[1991..]</c>.</summary>
    After,
}
