using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tessera.Domain.Agreements;
using Tessera.Domain.Authorities;
using Tessera.Domain.Calendar;
using Tessera.Domain.Delegations;
using Tessera.Domain.Guests;
using Tessera.Domain.Library;
using Tessera.Domain.Memberships;
using Tessera.Domain.News;
using Tessera.Domain.Offices;
using Tessera.Domain.Partners;
using Tessera.Domain.Tours;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;
using Tessera.Features.Delegations;
using Tessera.Features.History;
using Tessera.Features.Offices;
using Tessera.Features.Programmes;
using Tessera.Features.Readings;
using Tessera.Interchange.Documents;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Reading;
using Tessera.Planning.Delegations;
using Tessera.Planning.Tours;

namespace Tessera.Features.Storage;

/// <summary>How the domain's values stand in columns: texts in languages as jsonb objects, dates as EDTF, enumerations as kebab-case words.</summary>
internal static class Conversions
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Registers every conversion, so that no mapping repeats one.</summary>
    public static void Register(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<LocalText>().HaveConversion<LocalTextConverter>().HaveColumnType("jsonb");
        conventions.Properties<PartialDate>().HaveConversion<PartialDateConverter>().HaveColumnType("text");
        Enumeration<AuthorityKind>(conventions);
        Enumeration<AuthorityEventKind>(conventions);
        Enumeration<OfficeKind>(conventions);
        Enumeration<OfficeRole>(conventions);
        Enumeration<DocumentKind>(conventions);
        Enumeration<PartnerKind>(conventions);
        Enumeration<AgreementKind>(conventions);
        Enumeration<AgreementDateRole>(conventions);
        Enumeration<MembershipKind>(conventions);
        Enumeration<ActivityKind>(conventions);
        Enumeration<VisitPurpose>(conventions);
        Enumeration<ActivityStatus>(conventions);
        Enumeration<PartnerPart>(conventions);
        Enumeration<GuestRole>(conventions);
        Enumeration<GuestAnswer>(conventions);
        Enumeration<RegistrationState>(conventions);
        Enumeration<LetterKind>(conventions);
        Enumeration<LetterState>(conventions);
        Enumeration<DayKind>(conventions);
        Enumeration<MoveReply>(conventions);
        Enumeration<NewsCategory>(conventions);
        Enumeration<DelegationState>(conventions);
        Enumeration<ProposerReply>(conventions);
        Enumeration<SeatEnding>(conventions);
        Enumeration<Presence>(conventions);
        Enumeration<ContributionKind>(conventions);
        Enumeration<DelegationDocumentKind>(conventions);
        Enumeration<AuthorityLevel>(conventions);
        Enumeration<MandateKind>(conventions);
        Enumeration<Sex>(conventions);
        Enumeration<SeatKind>(conventions);
        Enumeration<Chamber>(conventions);
        Enumeration<PublicationKind>(conventions);
        Enumeration<TourApplicationState>(conventions);
        Enumeration<TourReason>(conventions);
        Enumeration<History.ChangeKind>(conventions);
        Enumeration<ReadingKind>(conventions);
        Enumeration<ReadingState>(conventions);
        Enumeration<ReadingWorkKind>(conventions);
        conventions.Properties<List<IdentifierView>>().HaveConversion<IdentifiersConverter, JsonListComparer<IdentifierView>>().HaveColumnType("jsonb");
        conventions.Properties<List<FieldChangeRow>>().HaveConversion<FieldChangesConverter, JsonListComparer<FieldChangeRow>>().HaveColumnType("jsonb");
        conventions.Properties<List<LifeStepItem>>().HaveConversion<ItemsConverter<LifeStepItem>, JsonListComparer<LifeStepItem>>().HaveColumnType("jsonb");
        conventions.Properties<Proposal>().HaveConversion<ItemConverter<Proposal>>().HaveColumnType("jsonb");
        conventions.Properties<List<TableMapping>>().HaveConversion<ItemsConverter<TableMapping>, JsonListComparer<TableMapping>>().HaveColumnType("jsonb");
        conventions.Properties<List<ToldColumn>>().HaveConversion<ItemsConverter<ToldColumn>, JsonListComparer<ToldColumn>>().HaveColumnType("jsonb");
        conventions.Properties<ActivityItem>().HaveConversion<ItemConverter<ActivityItem>>().HaveColumnType("jsonb");
        conventions.Properties<PlanFigures>().HaveConversion<ItemConverter<PlanFigures>>().HaveColumnType("jsonb");
        conventions.Properties<MoveReasons>().HaveConversion<ItemConverter<MoveReasons>>().HaveColumnType("jsonb");
        conventions.Properties<List<AskedMove>>().HaveConversion<ItemsConverter<AskedMove>, JsonListComparer<AskedMove>>().HaveColumnType("jsonb");
        conventions.Properties<PublicationItem>().HaveConversion<ItemConverter<PublicationItem>>().HaveColumnType("jsonb");
        conventions.Properties<NewsItem>().HaveConversion<ItemConverter<NewsItem>>().HaveColumnType("jsonb");
        conventions.Properties<Brought>().HaveConversion<ItemConverter<Brought>>().HaveColumnType("jsonb");
        conventions.Properties<MembershipDecisionItem>().HaveConversion<ItemConverter<MembershipDecisionItem>>().HaveColumnType("jsonb");
        conventions.Properties<FeeRuleItem>().HaveConversion<ItemConverter<FeeRuleItem>>().HaveColumnType("jsonb");
        conventions.Properties<List<InvoiceItem>>().HaveConversion<ItemsConverter<InvoiceItem>, JsonListComparer<InvoiceItem>>().HaveColumnType("jsonb");
        conventions.Properties<List<SeatHolderItem>>().HaveConversion<ItemsConverter<SeatHolderItem>, JsonListComparer<SeatHolderItem>>().HaveColumnType("jsonb");
        conventions.Properties<List<SeatCount>>().HaveConversion<ItemsConverter<SeatCount>, JsonListComparer<SeatCount>>().HaveColumnType("jsonb");
        conventions.Properties<List<DelegationPost>>().HaveConversion<ItemsConverter<DelegationPost>, JsonListComparer<DelegationPost>>().HaveColumnType("jsonb");
        conventions.Properties<DelegationRules>().HaveConversion<ItemConverter<DelegationRules>>().HaveColumnType("jsonb");
        conventions.Properties<DelegationSecretary>().HaveConversion<ItemConverter<DelegationSecretary>>().HaveColumnType("jsonb");
        conventions.Properties<TheirHalfItem>().HaveConversion<ItemConverter<TheirHalfItem>>().HaveColumnType("jsonb");
        conventions.Properties<List<MembershipDateView>>().HaveConversion<MembershipDatesConverter, JsonListComparer<MembershipDateView>>()
            .HaveColumnType("jsonb");
    }

    private static void Enumeration<TEnum>(ModelConfigurationBuilder conventions) where TEnum : struct, Enum =>
        conventions.Properties<TEnum>().HaveConversion<WordConverter<TEnum>>().HaveColumnType("text");

    /// <summary>A jsonb object of languages and texts.</summary>
    public static LocalText ReadTexts(string json) => json is "{}" ? LocalText.Empty : ReadTexts(Encoding.UTF8.GetBytes(json));

    /// <summary>The same, from the bytes of the object.</summary>
    public static LocalText ReadTexts(ReadOnlySpan<byte> json)
    {
        if (json.Length == 2) return LocalText.Empty;
        var texts = new List<KeyValuePair<string, string>>(4);
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            var language = reader.GetString()!;
            reader.Read();
            texts.Add(new(language, reader.GetString()!));
        }

        return new LocalText(texts);
    }

    /// <summary>A text in languages as the column has it.</summary>
    public static string WriteTexts(LocalText text) => JsonSerializer.Serialize(text.ToDictionary(t => t.Language, t => t.Text), Json);

    private static string WriteDates(List<MembershipDateView> dates) =>
        JsonSerializer.Serialize(dates.Select(d => new MembershipDateWords(Words<MembershipDateRole>.Write(d.Role), d.Date.ToString())), Json);

    private static List<MembershipDateView> ReadDates(string json) =>
        [.. JsonSerializer.Deserialize<List<MembershipDateWords>>(json, Json)!
            .Select(d => new MembershipDateView(Words<MembershipDateRole>.Parse(d.Role), PartialDate.ParseEdtf(d.Date)))];

    private sealed record MembershipDateWords(string Role, string Date);

    private sealed class LocalTextConverter() : ValueConverter<LocalText, string>(t => WriteTexts(t), j => ReadTexts(j));

    private sealed class PartialDateConverter() : ValueConverter<PartialDate, string>(d => d.ToString(), t => PartialDate.ParseEdtf(t));

    private sealed class WordConverter<TEnum>() : ValueConverter<TEnum, string>(v => Words<TEnum>.Write(v), t => Words<TEnum>.Parse(t)) where TEnum : struct, Enum;

    private sealed class IdentifiersConverter() : ValueConverter<List<IdentifierView>, string>(
        v => JsonSerializer.Serialize(v, Json), j => JsonSerializer.Deserialize<List<IdentifierView>>(j, Json)!);

    private sealed class FieldChangesConverter() : ValueConverter<List<FieldChangeRow>, string>(
        v => JsonSerializer.Serialize(v, Json), j => JsonSerializer.Deserialize<List<FieldChangeRow>>(j, Json)!);

    private sealed class ItemsConverter<T>() : ValueConverter<List<T>, string>(v => OfficeItems.Write(v), j => OfficeItems.Read<List<T>>(j));

    private sealed class ItemConverter<T>() : ValueConverter<T, string>(v => OfficeItems.Write(v), j => OfficeItems.Read<T>(j)) where T : class;

    private sealed class MembershipDatesConverter() : ValueConverter<List<MembershipDateView>, string>(v => WriteDates(v), j => ReadDates(j));

    private sealed class JsonListComparer<T>() : ValueComparer<List<T>>(
        (a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)), v => v.Count, v => v.ToList());
}
