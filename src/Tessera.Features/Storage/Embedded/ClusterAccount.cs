using System.Globalization;

namespace Tessera.Features.Storage.Embedded;

/// <summary>
/// The user under whom the cluster runs. Usually that is whoever runs the program; PostgreSQL refuses root, so root runs the
/// cluster as its owner, or as the user postgres or nobody when it is new.
/// </summary>
internal sealed class ClusterAccount
{
    // The kernel asks access(2) with the capabilities taken away unless this bit is set, and PostgreSQL looks for its own
    // programs with access(2).
    private static readonly string[] s_passage =
        ["--securebits=+no_setuid_fixup", "--inh-caps=+dac_override", "--ambient-caps=+dac_override"];

    private readonly string? _setpriv;
    private bool _needsPassage;

    private ClusterAccount(uint user, uint group, string? setpriv) => (User, Group, _setpriv) = (user, group, setpriv);

    public uint User { get; }

    public uint Group { get; }

    public bool IsForRoot => _setpriv is not null;

    /// <summary>Chooses the user for a cluster folder that may exist already.</summary>
    public static async Task<ClusterAccount> ForAsync(string clusterFolder, CancellationToken cancellation)
    {
        var self = NativeMethods.EffectiveUser();
        if (self != 0)
        {
            return new ClusterAccount(self, 0, null);
        }

        var setpriv = CommandRun.Find("setpriv") ?? throw EmbeddedServerException.RootWithoutSetpriv();
        var (user, group) = await OwnerOfAsync(clusterFolder, cancellation) ?? OrdinaryUser();
        return new ClusterAccount(user, group, setpriv);
    }

    /// <summary>A command as this user runs it.</summary>
    public IReadOnlyList<string> Command(params IEnumerable<string> command) =>
        _setpriv is null ? [.. command] : [.. Become(_setpriv, _needsPassage ? s_passage : []), .. command];

    /// <summary>Gives a folder and all in it to this user. Does nothing for an ordinary user, who owns what he makes.</summary>
    public async Task GiveAsync(string folder, CancellationToken cancellation)
    {
        if (!IsForRoot)
        {
            return;
        }

        var run = await CommandRun.OfAsync(["chown", "-R", $"{User}:{Group}", folder], cancellation);
        if (!run.Succeeded)
        {
            throw EmbeddedServerException.FolderNotWritable(folder);
        }
    }

    /// <summary>
    /// Tries whether this user can enter these folders. Where a folder above them is closed (a checkout below /root), the cluster's
    /// processes get the one capability that lets them pass; the user id stays an ordinary one.
    /// </summary>
    public async Task EnsurePassageAsync(IEnumerable<string> folders, CancellationToken cancellation)
    {
        if (_setpriv is null)
        {
            return;
        }

        var question = folders.SelectMany(folder => new[] { "-a", "-x", folder }).Skip(1);
        var answer = await CommandRun.OfAsync([.. Become(_setpriv, []), "test", .. question], cancellation);
        _needsPassage = !answer.Succeeded;
    }

    private IEnumerable<string> Become(string setpriv, string[] more) =>
        [setpriv, $"--reuid={User}", $"--regid={Group}", "--clear-groups", .. more, "--"];

    private static async Task<(uint User, uint Group)?> OwnerOfAsync(string folder, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var run = await CommandRun.OfAsync(["stat", "-c", "%u %g", folder], cancellation);
        var ids = run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return run.Succeeded && Id(ids[0]) is var user && user != 0 ? (user, Id(ids[1])) : null;
    }

    private static (uint User, uint Group) OrdinaryUser()
    {
        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length > 3).ToList();
        var user = users.Find(fields => fields[0] == "postgres") ?? users.Find(fields => fields[0] == "nobody");
        return user is null ? throw EmbeddedServerException.NoOrdinaryUser() : (Id(user[2]), Id(user[3]));
    }

    private static uint Id(string text) => uint.Parse(text, CultureInfo.InvariantCulture);
}
