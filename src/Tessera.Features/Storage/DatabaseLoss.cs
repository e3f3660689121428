using Npgsql;

namespace Tessera.Features.Storage;

/// <summary>Tells a database that is away for the moment from a mistake: what is asked of it again later may well be answered.</summary>
public static class DatabaseLoss
{
    private const string TooManyConnections = "53300";
    private const string OnlyReadable = "25006";
    private const string ConnectionFailures = "08";

    // It is being stopped, has crashed, is starting or has not caught up, or has ended a session that was idle.
    private static readonly string[] Away = ["57P01", "57P02", "57P03", "57P05", TooManyConnections, OnlyReadable];

    /// <summary>Did this fail since the database was not there, too full, or not (or no longer) the one that may be written to?</summary>
    public static bool IsCauseOf(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is NpgsqlException database) return IsLoss(database);
        }

        return false;
    }

    /// <summary>Was the connection found dead, rather than too slow?</summary>
    internal static bool IsOfConnection(NpgsqlException failure) => failure.InnerException is not TimeoutException && IsLoss(failure);

    /// <summary>Of several servers one that is only away is enough: the others may rightly have refused.</summary>
    private static bool IsLoss(NpgsqlException failure) => failure switch
    {
        PostgresException said => Away.Contains(said.SqlState) || said.SqlState.StartsWith(ConnectionFailures, StringComparison.Ordinal),
        { InnerException: AggregateException several } => several.InnerExceptions.Any(IsCauseOf),
        _ => true,
    };
}
