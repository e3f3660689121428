using Npgsql;

namespace Tessera.Features.Storage;

/// <summary>
/// Does a unit of work again that PostgreSQL broke off only because another ran at the same moment: two that waited for each other, or could not be brought into an order. Nothing of what was broken
/// off is left, so it is done from the start. The order of <see cref="RegisterLock"/> makes it rare.
/// </summary>
public static class OnceMore
{
    private const int MostTries = 4;
    private const int LongestPause = 50;
    private const string Deadlock = "40P01";
    private const string NoOrder = "40001";

    /// <summary>Was it broken off for another's sake?</summary>
    public static bool IsCauseOf(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException said) return said.SqlState is Deadlock or NoOrder;
        }

        return false;
    }

    /// <inheritdoc cref="DoAsync{T}" />
    internal static Task DoAsync(Func<Task> work, CancellationToken cancellation) => DoAsync(async () =>
    {
        await work();
        return true;
    }, cancellation);

    /// <summary>Does the work, and again when it was broken off, four times at most.</summary>
    /// <param name="work">Opens its own unit of work, and has done nothing outside it before it is committed.</param>
    internal static async Task<T> DoAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await work();
            }
            catch (Exception failure) when (tries < MostTries && IsCauseOf(failure))
            {
                await Task.Delay(Random.Shared.Next(LongestPause) * tries, cancellation);
            }
        }
    }
}
