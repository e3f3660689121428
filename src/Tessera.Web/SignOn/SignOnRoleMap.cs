namespace Tessera.Web.SignOn;

/// <summary>Which groups of a municipality have which role in which office. A group may stand in it more than once.</summary>
public sealed class SignOnRoleMap
{
    /// <summary>No group has a role.</summary>
    public static readonly SignOnRoleMap Empty = new([]);

    private readonly IReadOnlyList<(string Group, SignOnRole Role)> _entries;

    private SignOnRoleMap(IReadOnlyList<(string Group, SignOnRole Role)> entries) => _entries = entries;

    /// <summary>Whether no group has a role, so that groups need not be asked for.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>
    /// Reads "intl-editors=hargita:editor;intl-admins=hargita:administrator". A group's name may hold "=" and ":" (a directory's distinguished name does), but
    /// no ";". Null when an entry has another form.
    /// </summary>
    public static SignOnRoleMap? Read(string text)
    {
        var entries = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Entry).ToList();
        return entries.TrueForAll(e => e is not null) ? new SignOnRoleMap([.. entries.Select(e => e!.Value)]) : null;
    }

    /// <summary>The roles that the groups have, each once, in the order of the settings. Groups are compared letter by letter.</summary>
    public IReadOnlyList<SignOnRole> Of(IReadOnlyCollection<string> groups) =>
        [.. _entries.Where(e => groups.Contains(e.Group, StringComparer.Ordinal)).Select(e => e.Role).Distinct()];

    private static (string Group, SignOnRole Role)? Entry(string text)
    {
        var equals = text.LastIndexOf('=');
        if (equals <= 0) return null;
        var group = text[..equals].TrimEnd();
        return text[(equals + 1)..].Split(':', StringSplitOptions.TrimEntries) is [var office, var role] && group.Length > 0 && IsWord(office) && IsWord(role)
            ? (group, new SignOnRole(office, role))
            : null;
    }

    private static bool IsWord(string word) => word.Length is > 0 and <= 80 && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
