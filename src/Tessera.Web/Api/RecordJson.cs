using System.Globalization;
using System.Text.Json.Nodes;
using Tessera.Domain.Agreements;
using Tessera.Domain.Authorities;
using Tessera.Domain.Memberships;
using Tessera.Domain.Partners;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Agreements;
using Tessera.Features.Authorities;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;

namespace Tessera.Web.Api;

/// <summary>Records as published JSON: texts by language, dates as EDTF, kinds as words. Its form is stable and described at /api.</summary>
internal static class RecordJson
{
    /// <summary>A partner in a list.</summary>
    public static JsonObject Row(PartnerRow row, string page) => new()
    {
        ["number"] = row.Number,
        ["key"] = row.Slug,
        ["names"] = Texts(row.Names),
        ["registeredName"] = row.RegisteredName,
        ["kind"] = Words<PartnerKind>.Write(row.Kind),
        ["country"] = row.Country,
        ["address"] = List(row.Address),
        ["websites"] = List(row.Websites),
        ["seat"] = row.Seat is { } seat ? Place(seat) : null,
        ["status"] = row.Standing is { } standing ? Words<AgreementStanding>.Write(standing) : null,
        ["since"] = row.Since?.ToString(),
        ["fields"] = List(row.Fields),
        ["agreements"] = new JsonArray([.. row.Agreements.Select(Brief)]),
        ["self"] = page + ".json",
        ["html"] = page,
    };

    /// <summary>A partner in full.</summary>
    public static JsonObject Partner(PartnerPage partner, string page)
    {
        var json = Row(partner.Row, page);
        json["authority"] = Authority(partner.Authority);
        json["note"] = Texts(partner.Note);
        json["agreements"] = new JsonArray([.. partner.Agreements.Select(a => (JsonNode)Agreement(a))]);
        json["facts"] = new JsonArray([.. partner.Facts.Select(Fact)]);
        json["events"] = new JsonArray([.. partner.Events.Select(Event)]);
        json["successors"] = new JsonArray([.. partner.Successors.Select(s => (JsonNode)Texts(s))]);
        json["source"] = Source(partner.Source);
        json["updatedAt"] = Time(partner.UpdatedAt);
        return json;
    }

    /// <summary>An agreement in full.</summary>
    public static JsonObject Agreement(AgreementView agreement) => new()
    {
        ["key"] = agreement.Key,
        ["kind"] = Words<AgreementKind>.Write(agreement.Kind),
        ["registeredKind"] = agreement.RegisteredKind,
        ["decision"] = agreement.Decision,
        ["decisionBody"] = Texts(agreement.DecisionBody),
        ["dates"] = new JsonArray([.. agreement.Dates.Select(Date)]),
        ["status"] = Words<AgreementStanding>.Write(agreement.Standing),
        ["signedWith"] = Texts(agreement.SignedWith),
        ["successors"] = new JsonArray([.. agreement.Successors.Select(s => (JsonNode)Texts(s))]),
        ["fields"] = List([.. agreement.Fields.Select(f => f.Key)]),
        ["purpose"] = Texts(agreement.Purpose),
        ["note"] = Texts(agreement.Note),
        ["source"] = Source(agreement.Source),
        ["updatedAt"] = Time(agreement.UpdatedAt),
    };

    /// <summary>An agreement's page: the agreement, and with whom.</summary>
    public static JsonObject Agreement(AgreementPage page, string self, string partner)
    {
        var json = Agreement(page.Agreement);
        json["partner"] = new JsonObject { ["key"] = page.PartnerSlug, ["names"] = Texts(page.PartnerNames), ["country"] = page.Country, ["self"] = partner + ".json", ["html"] = partner };
        json["self"] = self + ".json";
        json["html"] = self;
        return json;
    }

    /// <summary>An agreement in the list.</summary>
    public static JsonObject Row(AgreementRow row, string page, string partners)
    {
        var json = (JsonObject)Brief(row.Agreement);
        json["decisionBody"] = Texts(row.DecisionBody);
        json["partner"] = new JsonObject { ["number"] = row.PartnerNumber, ["key"] = row.PartnerSlug, ["names"] = Texts(row.PartnerNames), ["country"] = row.Country, ["html"] = $"{partners}/{row.PartnerSlug}" };
        json["self"] = $"{page}/{row.Agreement.Key}.json";
        json["html"] = $"{page}/{row.Agreement.Key}";
        return json;
    }

    /// <summary>A membership.</summary>
    public static JsonObject Membership(MembershipView membership) => new()
    {
        ["key"] = membership.Key,
        ["organisation"] = Texts(membership.Organisation),
        ["abbreviation"] = membership.Abbreviation,
        ["kind"] = Words<MembershipKind>.Write(membership.Kind),
        ["dates"] = new JsonArray([.. membership.Dates.Select(d => new JsonObject { ["role"] = Words<MembershipDateRole>.Write(d.Role), ["date"] = d.Date.ToString() })]),
        ["seats"] = membership.Seats,
        ["substitutes"] = membership.Substitutes,
        ["note"] = Texts(membership.Note),
        ["links"] = List(membership.Links),
        ["fee"] = Words<FeeKind>.Write(membership.FeeKind),
        ["people"] = new JsonArray([.. membership.People.Select(p => new JsonObject { ["name"] = p.Name, ["office"] = p.Office, ["seat"] = p.Seat, ["from"] = p.From?.ToString(), ["until"] = p.Until?.ToString() })]),
        ["source"] = Source(membership.Source),
    };

    /// <summary>A text by language.</summary>
    public static JsonObject Texts(LocalText text) => new(text.Select(t => new KeyValuePair<string, JsonNode?>(t.Language, t.Text)));

    private static JsonNode Brief(AgreementBrief agreement) => new JsonObject
    {
        ["key"] = agreement.Key,
        ["kind"] = Words<AgreementKind>.Write(agreement.Kind),
        ["decision"] = agreement.Decision,
        ["date"] = agreement.Date is { } date ? Date(date) : null,
        ["status"] = Words<AgreementStanding>.Write(agreement.Standing),
    };

    private static JsonNode Date(AgreementDate date) => new JsonObject { ["role"] = Words<AgreementDateRole>.Write(date.Role), ["date"] = date.Date.ToString() };

    private static JsonObject Place(PlaceView place) => new()
    {
        ["names"] = Texts(place.Names),
        ["country"] = place.Country,
        ["latitude"] = place.Latitude,
        ["longitude"] = place.Longitude,
        ["population"] = place.Population,
        ["populationAsOf"] = place.PopulationAsOf?.ToString(),
        ["geonames"] = place.GeoNames,
        ["source"] = Source(place.Source),
    };

    private static JsonObject Authority(AuthorityView authority) => new()
    {
        ["key"] = authority.Key,
        ["kind"] = Words<AuthorityKind>.Write(authority.Kind),
        ["names"] = Texts(authority.Names),
        ["from"] = authority.From?.ToString(),
        ["until"] = authority.Until?.ToString(),
        ["identifiers"] = new JsonArray([.. authority.Identifiers.Select(i => new JsonObject { ["scheme"] = i.Scheme, ["value"] = i.Value })]),
        ["source"] = Source(authority.Source),
    };

    private static JsonNode Fact(BaseFactView fact) => new JsonObject
    {
        ["key"] = fact.Key,
        ["kind"] = fact.Kind,
        ["value"] = fact.Value,
        ["unit"] = fact.Unit,
        ["about"] = fact.About,
        ["text"] = Texts(fact.Text),
        ["asOf"] = fact.AsOf?.ToString(),
        ["source"] = Source(fact.Source),
    };

    private static JsonNode Event(AuthorityEventView happening) => new JsonObject
    {
        ["kind"] = Words<AuthorityEventKind>.Write(happening.Kind),
        ["date"] = happening.Date.ToString(),
        ["from"] = new JsonArray([.. happening.From.Select(f => (JsonNode)Texts(f))]),
        ["to"] = new JsonArray([.. happening.To.Select(t => (JsonNode)Texts(t))]),
        ["note"] = Texts(happening.Note),
        ["source"] = Source(happening.Source),
    };

    private static JsonObject Source(SourceView source) => new()
    {
        ["title"] = Texts(source.Title),
        ["publisher"] = source.Publisher,
        ["url"] = source.Url,
        ["statedOn"] = source.StatedOn?.ToString(),
        ["licence"] = source.Licence,
    };

    private static JsonArray List(IReadOnlyList<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
