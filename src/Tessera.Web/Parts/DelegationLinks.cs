namespace Tessera.Web.Parts;

/// <summary>The addresses of a delegation's pages at the desk.</summary>
/// <param name="Overview">How it stands.</param>
public sealed record DelegationLinks(string Overview)
{
    /// <summary>Body, days, seats, rules.</summary>
    public string Terms => $"{Overview}/terms";

    public string Proposers => $"{Overview}/associations";

    /// <summary>What is written to the associations.</summary>
    public string Letters => $"{Overview}/letters";

    public string People => $"{Overview}/people";

    public string Compose => $"{Overview}/compose";

    /// <summary>The same with the best composition and the next best.</summary>
    public string Proposal => $"{Compose}?best=true#proposal";

    /// <summary>Call, consultation, appointment, credentials, publication.</summary>
    public string Stages => $"{Overview}/stages";

    /// <summary>Who sits, who has left, what is vacant.</summary>
    public string Members => $"{Overview}/members";

    /// <summary>The same as a file.</summary>
    public string MembersFile(string ending) => $"{Members}?handler=File&ending={ending}";

    public string Sessions => $"{Overview}/sessions";

    /// <summary>Who was at which session, or what members did, as a file.</summary>
    /// <param name="list">One of those of the sessions' page.</param>
    public string SessionsFile(string list, string ending) => $"{Sessions}?handler=File&list={list}&ending={ending}";

    public string Documents => $"{Overview}/documents";

    /// <param name="key">Null for a new one.</param>
    public string Proposer(string? key) => $"{Proposers}/{key ?? "new"}";

    /// <param name="id">Null for somebody new.</param>
    public string Person(Guid? id) => $"{People}/{id?.ToString() ?? "new"}";

    public string Session(Guid id) => $"{Sessions}/{id}";
}
