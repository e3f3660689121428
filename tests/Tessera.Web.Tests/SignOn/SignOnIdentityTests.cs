using System.Text.Json;
using Tessera.Web.SignOn;
using Xunit;

namespace Tessera.Web.Tests.SignOn;

/// <summary>What is made of a provider's claims.</summary>
public sealed class SignOnIdentityTests : IAsyncLifetime
{
    private PlayedProvider _provider = null!;

    public async ValueTask InitializeAsync() => _provider = await PlayedProvider.StartAsync();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task Claims_ThatTheTokenLacks_AreAskedForBesides()
    {
        foreach (var claim in new[] { "email", "email_verified", "name", "groups" }) _provider.Claims.Remove(claim);
        (string, object?)[] more = [("sub", "kinga"), ("email", "k@hargita.example"), ("email_verified", "true"), ("given_name", "Kinga"), ("family_name", "Kovács"), ("locale", "sv_SE"), ("groups", "editors")];
        foreach (var (name, value) in more) _provider.More[name] = value;
        var identity = (await _provider.SignOnAsync()).Result.Identity!;
        Assert.Equal(("k@hargita.example", true, "Kinga Kovács", "sv"), (identity.Email, identity.EmailIsVerified, identity.Name, identity.Language));
        Assert.Equal([new SignOnRole("hargita", "editor")], identity.Roles);
    }

    [Theory]
    [InlineData("somebody else")]
    [InlineData(null)]
    public async Task Claims_AboutSomebodyElse_AreRefused(string? subject)
    {
        _provider.Claims.Remove("email");
        (_provider.More["sub"], _provider.More["email"]) = (subject, "evil@hargita.example");
        Assert.Equal(SignOnRefusals.Token, (await _provider.SignOnAsync()).Result.Refusal);
    }

    [Fact]
    public async Task Verification_OfAnotherAddress_DoesNotCount()
    {
        foreach (var claim in new[] { "email_verified", "name" }) _provider.Claims.Remove(claim);
        (_provider.More["sub"], _provider.More["email"], _provider.More["email_verified"]) = ("kinga", "own@elsewhere.example", true);
        var identity = (await _provider.SignOnAsync()).Result.Identity!;
        Assert.Equal(("kinga@hargita.example", false), (identity.Email, identity.EmailIsVerified));
    }

    [Theory]
    [InlineData("no address")]
    [InlineData("@hargita.example")]
    [InlineData("kinga@")]
    [InlineData("kinga@hargita.example\r\nBcc: all")]
    [InlineData(7)]
    public async Task Address_ThatIsNone_IsRefused(object address)
    {
        (_provider.Claims["email"], _provider.More["sub"]) = (address, "kinga");
        Assert.Equal(SignOnRefusals.NoEmail, (await _provider.SignOnAsync()).Result.Refusal);
    }

    [Fact]
    public async Task Groups_InsideAnObject_AreFound()
    {
        _provider.Claims["realm_access"] = new { roles = new[] { "offline_access", "editors" } };
        using var client = _provider.Client(new LogInMemory(), roleClaim: "realm_access.roles");
        Assert.Equal([new SignOnRole("hargita", "editor")], (await _provider.SignOnAsync(client)).Result.Identity!.Roles);
    }

    [Fact]
    public async Task Groups_InAClaimWithDotsInItsName_AreFound()
    {
        _provider.Claims["https://hargita.example/groups"] = new[] { "editors" };
        using var client = _provider.Client(new LogInMemory(), roleClaim: "https://hargita.example/groups");
        Assert.Single((await _provider.SignOnAsync(client)).Result.Identity!.Roles);
    }

    [Theory]
    [InlineData("\"Editors\"")]
    [InlineData("\"editors \"")]
    [InlineData("\"editors=hargita:editor\"")]
    [InlineData("[\"none\"]")]
    [InlineData("[\"editors\", 7]")]
    [InlineData("{\"editors\": true}")]
    public async Task Groups_ThatAreNotTheOnesMeant_GiveNothing(string groups)
    {
        (_provider.Claims["groups"], _provider.More["sub"]) = (JsonSerializer.Deserialize<JsonElement>(groups), "kinga");
        Assert.Empty((await _provider.SignOnAsync()).Result.Identity!.Roles);
    }

    [Fact]
    public async Task Name_ThatIsTooLong_IsCutBetweenCharacters()
    {
        _provider.Claims["name"] = "\u0007" + new string('a', 199) + "😀😀";
        Assert.Equal(new string('a', 199), (await _provider.SignOnAsync()).Result.Identity!.Name);
    }
}
