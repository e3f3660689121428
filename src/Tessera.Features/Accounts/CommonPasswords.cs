using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;
using Tessera.Domain.Vocabulary;

namespace Tessera.Features.Accounts;

/// <summary>
/// Refuses passwords that everybody tries: those on a list of common ones (from zxcvbn-ts, MIT licence), and those made of the person's own name or address.
/// Length is asked for elsewhere; rules of letters and figures are not, since they make passwords no better (NIST SP 800-63B, 5.1.1.2).
/// </summary>
public sealed class CommonPasswords : IPasswordValidator<Account>
{
    /// <summary>Letters at least.</summary>
    public const int Shortest = 10;

    /// <summary>The code of the refusal.</summary>
    public const string Code = "password.common";

    private const int TellingPart = 4;
    private static readonly Lazy<FrozenSet<string>> Known = new(Read);

    /// <inheritdoc />
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var said = (password ?? "").ToLowerInvariant();
        var parts = user.Name.Split(' ').Append(user.Email.Split('@')[0]).Where(p => p.Length >= TellingPart).Select(Folding.Of).OrderByDescending(p => p.Length);
        var rest = parts.Aggregate(Folding.Of(said), (left, part) => left.Replace(part, "", StringComparison.Ordinal));
        var isCommon = Known.Value.Contains(said) || rest.Length < TellingPart || said.Distinct().Count() <= TellingPart;
        return Task.FromResult(isCommon ? IdentityResult.Failed(new IdentityError { Code = Code }) : IdentityResult.Success);
    }

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("CommonPasswords")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
