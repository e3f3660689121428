using Microsoft.Extensions.Logging;
using Tessera.Web.SignOn;

namespace Tessera.Web.Tests.SignOn;

/// <summary>What the client wrote to its log.</summary>
public sealed class LogInMemory : ILogger<SignOnClient>
{
    private readonly List<string> _lines = [];

    public string Text => string.Join('\n', _lines);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _lines.Add(formatter(state, exception));
}
