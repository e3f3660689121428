namespace Tessera.Features.Jobs;

/// <summary>Something that the program does by itself at certain times, on one node of the installation at a time.</summary>
public interface IJob
{
    /// <summary>Its name in the table of jobs: small letters, digits and hyphens.</summary>
    string Name { get; }

    /// <summary>The first regular time after a moment.</summary>
    DateTimeOffset NextAfter(DateTimeOffset moment);

    /// <summary>Does what is due and says in a few words what it did. It may be cut off and begun again at any time; an exception is a failure, and it is tried again.</summary>
    Task<string> RunAsync(CancellationToken cancellation);
}

/// <summary>A job did what it could and has to be tried again for the rest.</summary>
/// <param name="message">What is left, for the operator.</param>
public sealed class JobUnfinishedException(string message) : Exception(message);
