using Tessera.Domain.Agreements;
using Tessera.Domain.Partners;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Agreements;

/// <summary>An agreement beside its partner's name.</summary>
/// <param name="Decision">The number as it is cited; null when the source names none.</param>
/// <param name="Date">The date that says most: in force, signed, decided, stated, in this order; null when none is known.</param>
public sealed record AgreementBrief(string Key, AgreementKind Kind, string? Decision, AgreementDate? Date, AgreementStanding Standing);

/// <summary>An agreement in full.</summary>
/// <param name="SignedWith">The names of the authority that signed.</param>
/// <param name="Until">The end of its term as last renewed; null for none.</param>
/// <param name="Theirs">What the partner holds of it; null when that is not known.</param>
/// <param name="Successors">Who stands for that authority today, when it ended; empty while it lives.</param>
public sealed record AgreementView(
    string Key, AgreementKind Kind, string? RegisteredKind, string? Decision, LocalText DecisionBody, IReadOnlyList<AgreementDate> Dates,
    AgreementStanding Standing, LocalText SignedWith, IReadOnlyList<LocalText> Successors, IReadOnlyList<TextView> Fields, LocalText Purpose, LocalText Note,
    SourceView Source, DateTimeOffset UpdatedAt, IReadOnlyList<LifeStepView> Steps, IReadOnlyList<string> Signatories, PartialDate? Until, TheirHalfItem? Theirs);

/// <summary>A step of an agreement's life.</summary>
/// <param name="Counts">False when a later step corrected it or took its decision back.</param>
public sealed record LifeStepView(LifeStep Step, bool Counts);

/// <summary>An agreement's page: the agreement and whose it is.</summary>
public sealed record AgreementPage(AgreementView Agreement, string PartnerSlug, LocalText PartnerNames, PartnerKind PartnerKind, string Country, PlaceView? Seat);

/// <summary>An agreement in the list of all.</summary>
public sealed record AgreementRow(AgreementBrief Agreement, int PartnerNumber, string PartnerSlug, LocalText PartnerNames, string Country, LocalText DecisionBody);
