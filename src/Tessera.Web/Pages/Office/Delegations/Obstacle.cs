namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>What stands in the way of a step, said before anybody asks for it.</summary>
/// <param name="Href">Where it can be cleared away; null for nowhere.</param>
/// <param name="Label">What the way there is called.</param>
public sealed record Obstacle(string Sentence, string? Href = null, string Label = "");
