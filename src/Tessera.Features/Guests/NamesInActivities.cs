using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Guests;

/// <summary>The names that stand within activities: of hosts, of interpreters, and of those who see to promises; as activities are, as the history has them, and as they were before a calendar file.</summary>
internal static class NamesInActivities
{
    private const string Host = "activity-host";
    private const string Interpreter = "activity-interpreter";
    private const string Promise = "activity-promise";

    /// <summary>Is this one of them?</summary>
    public static bool IsKind(string kind) => kind is Host or Interpreter or Promise;

    /// <summary>The names in an activity.</summary>
    public static IEnumerable<(string Kind, string Text)> Of(ActivityItem item) =>
        item.Hosts.Select(h => (Host, h)).Concat(item.Programme.Where(p => p.Interpreter is not null).Select(p => (Interpreter, p.Interpreter!))).Concat(item.Promises.Where(p => p.Person is not null).Select(p => (Promise, p.Person!)));

    /// <summary>The activity without a name.</summary>
    public static ActivityItem Without(ActivityItem item, string kind, string name) => kind switch
    {
        Host => item with { Hosts = [.. item.Hosts.Where(h => h != name)] },
        Interpreter => item with { Programme = [.. item.Programme.Select(p => p.Interpreter == name ? p with { Interpreter = null } : p)] },
        _ => item with { Promises = [.. item.Promises.Select(p => p.Person == name ? p with { Person = null } : p)] },
    };

    /// <summary>The names in what activities were, by their keys. Linear in the history of activities.</summary>
    public static async Task<List<(string Key, string Kind, string Text)>> BeforeAsync(TesseraDb db, CancellationToken cancellation)
    {
        var told = await db.Changes.FromSql($"""select * from change where subject = 'activity' and jsonb_path_exists(fields, '$[*] ? (@.field == "hosts" || @.field == "programme" || @.field == "promises")')""")
            .Select(c => new { c.Key, c.Fields }).ToListAsync(cancellation);
        var kept = await db.CalendarImportEntries.AsNoTracking().Where(e => e.ItemBefore != null).Select(e => new { e.ActivityKey, e.ItemBefore }).ToListAsync(cancellation);
        return [.. told.SelectMany(c => c.Fields.SelectMany(f => In(f.Field, f.Old).Concat(In(f.Field, f.New))).Select(n => (c.Key, n.Kind, n.Text)))
            .Concat(kept.SelectMany(e => Of(e.ItemBefore!).Select(n => (e.ActivityKey, n.Kind, n.Text)))).Distinct()];
    }

    /// <summary>Takes a name out of what an activity was: the history and what a calendar file changed.</summary>
    public static async Task EraseBeforeAsync(TesseraDb db, string key, string kind, string name, CancellationToken cancellation)
    {
        var quoted = OfficeItems.Write(name);
        await db.Database.ExecuteSqlAsync($"select erase_name({key}, {quoted})", cancellation);
        foreach (var entry in await db.CalendarImportEntries.AsTracking().Where(e => e.ActivityKey == key && e.ItemBefore != null).ToListAsync(cancellation)) entry.ItemBefore = Without(entry.ItemBefore!, kind, name);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The names in a field as the history has it; none where it cannot be read.</summary>
    private static IEnumerable<(string Kind, string Text)> In(string field, string? value)
    {
        if (value is null || field is not ("hosts" or "programme" or "promises")) return [];
        try
        {
            return [.. Of(OfficeItems.With(new ActivityItem { Key = "a", Kind = "event", Status = "planned", Title = Domain.Vocabulary.LocalText.Empty, Source = "" }, [(field, value)]))];
        }
        catch (JsonException)
        {
            // The entry is of a time when the field had another form.
            return [];
        }
    }
}
