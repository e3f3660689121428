namespace Tessera.Domain.News;

/// <summary>What a piece of news is about, by which readers choose.</summary>
public enum NewsCategory
{
    /// <summary>A project done with others, and its money.</summary>
    Project,

    /// <summary>A visit that came or went.</summary>
    Visit,

    /// <summary>Something that takes place, and to which people may come.</summary>
    Event,

    /// <summary>Culture and heritage.</summary>
    Culture,

    /// <summary>Economy, trade and producers.</summary>
    Economy,

    /// <summary>Young people, schools and placements.</summary>
    Youth,

    /// <summary>What people have to know or to do: calls, deadlines, closures.</summary>
    Notice,
}
