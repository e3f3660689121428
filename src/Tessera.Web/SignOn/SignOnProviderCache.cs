namespace Tessera.Web.SignOn;

/// <summary>
/// Keeps what the provider says about itself for an hour, so that a key that it withdrew is not trusted for longer. Many who ask at once wait for one reading;
/// a reading that fails is tried again by the next.
/// </summary>
internal sealed class SignOnProviderCache(SignOnHttp http, string authority, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _gate = new(1);
    private volatile SignOnProvider? _current;

    /// <summary>The provider as it was at most an hour ago.</summary>
    public Task<SignOnProvider> CurrentAsync(CancellationToken cancellation) =>
        _current is { } current && IsFresh(current) ? Task.FromResult(current) : ReadAsync(IsFresh, cancellation);

    /// <summary>A later reading than the one given: its keys did not suffice.</summary>
    public Task<SignOnProvider> LaterAsync(SignOnProvider earlier, CancellationToken cancellation) => ReadAsync(c => !ReferenceEquals(c, earlier), cancellation);

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();

    private bool IsFresh(SignOnProvider provider) => time.GetUtcNow() - provider.ReadAt < Lifetime;

    private async Task<SignOnProvider> ReadAsync(Func<SignOnProvider, bool> suffices, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (_current is { } current && suffices(current)) return current;
            return _current = await SignOnProvider.ReadAsync(http, authority, time.GetUtcNow(), cancellation);
        }
        finally
        {
            _gate.Release();
        }
    }
}
