using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Offices;

/// <summary>Holds a JSON text against the records it is to become: unknown, missing and mistyped members, texts in languages, dates.</summary>
internal sealed class OfficeFileForm(FindingList findings)
{
    /// <summary>Checks the whole document.</summary>
    public void Check(JsonElement root) => Check<OfficeFile>(root);

    /// <summary>Checks one record alone.</summary>
    public void Check<T>(JsonElement record) => Check(record, typeof(T), "");

    private void Check(JsonElement element, Type type, string path)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(LocalText)) CheckTexts(element, path);
        else if (plain == typeof(PartialDate)) CheckDate(element, path);
        else if (ElementType(plain) is { } item) CheckList(element, item, path);
        else if (plain == typeof(string)) Expect(element, JsonValueKind.String, "text", path);
        else if (plain == typeof(bool)) CheckBoolean(element, path);
        else if (IsNumber(plain)) CheckNumber(element, plain, path);
        else CheckObject(element, plain, path);
    }

    private void CheckObject(JsonElement element, Type type, string path)
    {
        if (!Expect(element, JsonValueKind.Object, "object", path)) return;
        var members = OfficeJson.Options.GetTypeInfo(type).Properties.ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            var at = Join(path, member.Name);
            if (members.Remove(member.Name, out var known)) CheckMember(member.Value, known, at);
            else if (!(path.Length == 0 && member.NameEquals("$schema"))) findings.Add(at, OfficeFileCodes.UnknownMember, ("member", member.Name));
        }

        foreach (var missing in members.Values.Where(IsNeeded)) findings.Add(Join(path, missing.Name), OfficeFileCodes.MissingMember, ("member", missing.Name));
    }

    private void CheckMember(JsonElement value, JsonPropertyInfo member, string path)
    {
        if (value.ValueKind is not JsonValueKind.Null) Check(value, member.PropertyType, path);
        else if (IsNeeded(member)) findings.Add(path, OfficeFileCodes.MissingMember, ("member", member.Name));
    }

    private static bool IsNeeded(JsonPropertyInfo member) => member.IsRequired || member.AssociatedParameter is { HasDefaultValue: false };

    private void CheckList(JsonElement element, Type item, string path)
    {
        if (!Expect(element, JsonValueKind.Array, "list", path)) return;
        var index = 0;
        foreach (var value in element.EnumerateArray()) Check(value, item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"));
    }

    private void CheckTexts(JsonElement element, string path)
    {
        if (!Expect(element, JsonValueKind.Object, "text in languages", path)) return;
        foreach (var text in element.EnumerateObject())
        {
            var at = Join(path, text.Name);
            if (!Languages.IsTag(text.Name)) findings.Add(at, OfficeFileCodes.WrongLanguage, ("language", text.Name));
            if (!Expect(text.Value, JsonValueKind.String, "text", at)) continue;
            var said = text.Value.GetString()!;
            if (string.IsNullOrWhiteSpace(said)) findings.Add(at, OfficeFileCodes.Empty);
            if (said.Length > OfficeLimits.Text) findings.Add(at, OfficeFileCodes.TooLong, ("most", Number(OfficeLimits.Text)));
        }
    }

    private void CheckDate(JsonElement element, string path)
    {
        if (!Expect(element, JsonValueKind.String, "date", path)) return;
        var said = element.GetString()!;
        if (!PartialDate.TryParseEdtf(said, out _)) findings.Add(path, PartialDateRefusal.UnknownForm, ("text", said));
    }

    private void CheckBoolean(JsonElement element, string path)
    {
        if (element.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) findings.Add(path, OfficeFileCodes.WrongType, ("wanted", "true, false"));
    }

    private void CheckNumber(JsonElement element, Type type, string path)
    {
        if (!Expect(element, JsonValueKind.Number, "number", path)) return;
        var fits = type == typeof(int) ? element.TryGetInt32(out _) : type == typeof(long) ? element.TryGetInt64(out _)
            : type == typeof(decimal) ? element.TryGetDecimal(out _) : element.TryGetDouble(out var number) && double.IsFinite(number);
        if (!fits) findings.Add(path, OfficeFileCodes.OutOfRange);
    }

    private bool Expect(JsonElement element, JsonValueKind kind, string wanted, string path)
    {
        if (element.ValueKind == kind) return true;
        findings.Add(path, OfficeFileCodes.WrongType, ("wanted", wanted));
        return false;
    }

    private static bool IsNumber(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal);

    private static Type? ElementType(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static string Join(string path, string member) => path.Length == 0 ? member : path + "." + member;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
