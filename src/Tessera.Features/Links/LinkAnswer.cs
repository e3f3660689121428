using System.Net;

namespace Tessera.Features.Links;

/// <summary>Where a link leads.</summary>
public enum LinkEnd
{
    /// <summary>Something answers there, be it that it lets only people in.</summary>
    Somewhere,

    /// <summary>There is no such host or page, or it does not answer.</summary>
    Nowhere,

    /// <summary>It was not followed, or what answered says nothing about it.</summary>
    Unknown,
}

/// <summary>What came of following a link.</summary>
/// <param name="Said">For the operator: the status, or what was in the way.</param>
public sealed record LinkAnswer(LinkEnd Leads, string Said)
{
    /// <summary>Has any server answered? Where none does to anybody, this machine is cut off.</summary>
    public bool IsFromAServer { get; init; }
}

/// <summary>How links are followed.</summary>
/// <param name="Origin">The address of this installation, by which it names itself.</param>
public sealed record LinkSettings(Func<string> Origin)
{
    /// <summary>Which addresses may be asked: those of the public internet. Only tests say something else.</summary>
    public Func<IPAddress, bool> MayAsk { get; init; } = PublicInternet.Has;

    /// <summary>How long one request may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a host is left alone between two requests.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(5);
}
