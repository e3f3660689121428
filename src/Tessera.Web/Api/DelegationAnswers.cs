using System.Text.Json.Serialization;
using Texts = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Tessera.Web.Api;

// What PopoloWriter writes, as types for the description at /api. What is not known is null.

/// <summary>Delegations as Popolo.</summary>
internal sealed record DelegationsAnswer(
    Texts Office, DateTimeOffset UpdatedAt, string Self, string Html, IReadOnlyList<PopoloPersonAnswer> Persons, IReadOnlyList<PopoloOrganizationAnswer> Organizations, IReadOnlyList<PopoloPostAnswer> Posts,
    IReadOnlyList<PopoloMembershipAnswer> Memberships, IReadOnlyList<PopoloEventAnswer> Events, IReadOnlyList<PopoloContributionAnswer> Contributions);

/// <summary>Somebody on a seat; without a name where nothing makes it public.</summary>
internal sealed record PopoloPersonAnswer(string Id, string? Name);

/// <summary>A body, a delegation, a chamber of it, an authority or a political group.</summary>
internal sealed record PopoloOrganizationAnswer(
    string Id, string Name, string Classification, [property: JsonPropertyName("parent_id")] string? ParentId, [property: JsonPropertyName("founding_date")] string? FoundingDate,
    [property: JsonPropertyName("dissolution_date")] string? DissolutionDate, PopoloAreaAnswer? Area, IReadOnlyList<PopoloLinkAnswer> Links, IReadOnlyList<PopoloSourceAnswer> Sources);

/// <summary>A country by ISO 3166-1.</summary>
internal sealed record PopoloAreaAnswer(string Id, string Identifier, string Classification);

/// <summary>A page.</summary>
internal sealed record PopoloLinkAnswer(string Url);

/// <summary>Where it is written.</summary>
internal sealed record PopoloSourceAnswer(string Note);

/// <summary>The seats of a kind in a chamber.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record PopoloPostAnswer(
    string Id, string Label, string Role, [property: JsonPropertyName("organization_id")] string OrganizationId, int Seats, [property: JsonPropertyName("start_date")] string StartDate,
    [property: JsonPropertyName("end_date")] string EndDate);

/// <summary>Somebody on a seat, in a post of the body, or in a political group.</summary>
internal sealed record PopoloMembershipAnswer(
    string? Id, [property: JsonPropertyName("person_id")] string PersonId, [property: JsonPropertyName("organization_id")] string OrganizationId, [property: JsonPropertyName("post_id")] string? PostId, string? Role,
    string? Label, [property: JsonPropertyName("on_behalf_of_id")] string? OnBehalfOfId, [property: JsonPropertyName("start_date")] string? StartDate, [property: JsonPropertyName("end_date")] string? EndDate);

/// <summary>A session of the body.</summary>
internal sealed record PopoloEventAnswer(
    string Id, string Name, string Classification, [property: JsonPropertyName("organization_id")] string OrganizationId, [property: JsonPropertyName("start_date")] string? StartDate,
    [property: JsonPropertyName("end_date")] string? EndDate, PopoloAttendanceAnswer? Attendance);

/// <summary>How many were at a session, and how many substitutes sat in the place of a representative.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record PopoloAttendanceAnswer(int Present, int Away, [property: JsonPropertyName("sat_for")] int SatFor);

/// <summary>What a member did in the body.</summary>
internal sealed record PopoloContributionAnswer(
    string Date, string Classification, string Title, string? Language, [property: JsonPropertyName("person_id")] string PersonId, [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("event_id")] string? EventId, string? Url);
