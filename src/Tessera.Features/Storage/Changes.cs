using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Tessera.Features.Storage;

/// <summary>Tells every process of the installation whose register has changed, through PostgreSQL's own notifications.</summary>
public sealed class Changes(Database database)
{
    /// <summary>Said instead of an office when anything may have changed, such as after a lost connection.</summary>
    public const string Everything = "*";

    private const string Channel = "tessera_changed";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Announces, when the running transaction is committed, that this office's register has changed.</summary>
    internal static Task AnnounceAsync(TesseraDb db, string slug, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"select pg_notify({Channel}, {slug})", cancellation);

    /// <summary>The same on a connection that is worked on by hand.</summary>
    internal static async Task AnnounceAsync(NpgsqlConnection connection, string slug, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select pg_notify($1, $2)", connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = Channel }, new NpgsqlParameter<string> { TypedValue = slug } } };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>
    /// The slugs of offices whose registers change, for as long as the caller listens. A lost connection is taken up again four times a second,
    /// on the server that is then the primary; a connection that was dropped without a word is found out by asking. Each time listening has begun,
    /// <see cref="Everything"/> is said, since notifications may have been missed. Nothing is said when a connection is lost: what is known
    /// then is the best there is until the database is back.
    /// </summary>
    public async IAsyncEnumerable<string> ListenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var heard = System.Threading.Channels.Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
        var listening = KeepListeningAsync(heard.Writer, cancellation);
        await foreach (var slug in heard.Reader.ReadAllAsync(cancellation)) yield return slug;
        await listening;
    }

    private async Task KeepListeningAsync(ChannelWriter<string> heard, CancellationToken cancellation)
    {
        try
        {
            await using var servers = database.ToListen();
            while (!cancellation.IsCancellationRequested)
            {
                // Beside the listening: closing a connection that nobody answers on can take its time.
                if (await ListenOnceAsync(servers, heard, cancellation)) _ = Task.Run(database.Forget, CancellationToken.None);
                servers.Forget();
                await Task.Delay(Pause, cancellation);
            }
        }
        finally
        {
            heard.TryComplete();
        }
    }

    /// <summary>Listens until the connection is lost.</summary>
    /// <returns>Had it been listening at all?</returns>
    private static async Task<bool> ListenOnceAsync(Servers servers, ChannelWriter<string> heard, CancellationToken cancellation)
    {
        var hasBegun = false;
        try
        {
            await using var connection = await servers.OpenAsync(cancellation);
            connection.Notification += (_, notice) => heard.TryWrite(notice.Payload);
            await using var listen = new NpgsqlCommand($"listen {Channel}", connection);
            await listen.ExecuteNonQueryAsync(cancellation);
            hasBegun = heard.TryWrite(Everything);
            while (!cancellation.IsCancellationRequested) await connection.WaitAsync(cancellation);
        }
        catch (Exception lost) when (lost is NpgsqlException or System.Net.Sockets.SocketException or IOException)
        {
            // The caller takes it up again.
        }

        return hasBegun;
    }
}
