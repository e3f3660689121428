namespace Tessera.Domain.Library;

/// <summary>What a thing of the office's library is.</summary>
public enum PublicationKind
{
    /// <summary>A book, a booklet, a volume of papers.</summary>
    Publication,

    /// <summary>How somebody does something well, told so that others can do it too.</summary>
    GoodPractice,

    /// <summary>How something is done, step by step.</summary>
    Handbook,

    /// <summary>What was found out.</summary>
    Study,

    /// <summary>What was done, told afterwards.</summary>
    Report,
}
