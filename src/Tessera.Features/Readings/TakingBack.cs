using Tessera.Interchange.Offices;

namespace Tessera.Features.Readings;

/// <summary>Takes back what a proposal brought to a partner, as far as nobody has changed it since.</summary>
internal static class TakingBack
{
    /// <summary>Is the partner just as it was? Its number may have moved up.</summary>
    public static bool IsUntouched(PartnerItem now, PartnerItem then) => OfficeItems.Write(now with { Number = 0 }) == OfficeItems.Write(then with { Number = 0 });

    /// <summary>The partner without what it was given, and the agreements (or the partner itself) that were changed since and stay.</summary>
    public static (PartnerItem After, IReadOnlyList<(string Subject, string Key)> Left) From(PartnerItem now, PartnerItem before, PartnerItem after)
    {
        var left = new List<(string, string)>();
        var brought = after.Agreements.Where(a => before.Agreements.All(b => b.Key != a.Key)).ToDictionary(a => a.Key, OfficeItems.Write);
        var changed = now.Agreements.Where(a => brought.TryGetValue(a.Key, out var then) && OfficeItems.Write(a) != then).Select(a => a.Key).ToHashSet();
        left.AddRange(changed.Select(k => ("agreement", k)));
        var address = now.Address;
        if (!before.Address.SequenceEqual(after.Address))
        {
            if (now.Address.SequenceEqual(after.Address)) address = before.Address;
            else left.Add(("partner", now.Key));
        }

        return (now with
        {
            Address = address,
            Websites = [.. now.Websites.Where(w => before.Websites.Contains(w) || !after.Websites.Contains(w))],
            Agreements = [.. now.Agreements.Where(a => changed.Contains(a.Key) || !brought.ContainsKey(a.Key))],
        }, left);
    }
}
