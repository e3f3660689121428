namespace Tessera.Interchange.Reading.Records;

/// <summary>What a line looks like within a section about partners.</summary>
internal enum Shape
{
    /// <summary>Only a running number.</summary>
    Number,

    /// <summary>Only a country.</summary>
    Country,

    /// <summary>Only a date.</summary>
    Date,

    /// <summary>A name, perhaps with its country, a year and the like.</summary>
    Name,

    /// <summary>Something about the partner named before: an address, a link, a kind, a label with its value.</summary>
    Detail,

    /// <summary>Running text.</summary>
    Prose,

    /// <summary>Nothing of this.</summary>
    Other,
}
