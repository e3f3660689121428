namespace Tessera.Features.History;

/// <summary>Why a state of the history cannot be restored.</summary>
public static class RestoringCodes
{
    /// <summary>The record came into the register by the entry: there is no state before it.</summary>
    public const string Added = "added";

    /// <summary>The record left the register by the entry, which does not say what it was.</summary>
    public const string Removed = "removed";

    /// <summary>The person was erased, and with her all that was held.</summary>
    public const string Erased = "erased";

    /// <summary>The record is there no more, or at another partner.</summary>
    public const string Gone = "gone";

    /// <summary>What it was is not kept: of contacts before states of them were.</summary>
    public const string NotKept = "not-kept";

    /// <summary>The record belongs to the directory that all offices share.</summary>
    public const string Shared = "shared";

    /// <summary>The record has had another form since.</summary>
    public const string Form = "form";

    /// <summary>A delegation goes back by its own stages, where what depends on them is looked at.</summary>
    public const string Stages = "stages";

    /// <summary>Only an administrator of the office may.</summary>
    public const string Administrator = "administrator";

    /// <summary>Every code.</summary>
    public static readonly IReadOnlyList<string> All = [Added, Removed, Erased, Gone, NotKept, Shared, Form, Stages, Administrator];
}
