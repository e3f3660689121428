using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Web.SignOn;
using Xunit;

namespace Tessera.Web.Tests.SignOn;

/// <summary>What is read from the environment.</summary>
public sealed class SignOnSettingsTests
{
    private readonly Dictionary<string, string?> _environment = new()
    {
        [SignOnSettings.AuthorityVariable] = "https://login.hargita.example/realms/county",
        [SignOnSettings.ClientIdVariable] = "tessera",
    };

    [Fact]
    public void Settings_WithoutAuthority_AreNone()
    {
        _environment[SignOnSettings.AuthorityVariable] = " ";
        Assert.Null(Read());
    }

    [Fact]
    public void Settings_WithTheLeastSaid_HaveDefaults()
    {
        var settings = Read()!;
        Assert.Equal(("login.hargita.example", null, "groups", true), (settings.Name, settings.ClientSecret, settings.RoleClaim, settings.Roles.IsEmpty));
        Assert.Equal(["openid", "email", "profile"], settings.Scopes);
    }

    [Fact]
    public void Settings_WithEverythingSaid_AreThat()
    {
        _environment[SignOnSettings.ClientSecretVariable] = "secret";
        _environment[SignOnSettings.NameVariable] = "Hargita County";
        _environment[SignOnSettings.ScopesVariable] = "email  groups email";
        _environment[SignOnSettings.RoleClaimVariable] = "roles";
        _environment[SignOnSettings.RolesVariable] = "cn=editors,ou=intl:eu=hargita:editor; intl-admins = hargita:administrator ;intl-admins=toosz:editor;";
        var settings = Read()!;
        Assert.Equal(("Hargita County", "secret", "roles"), (settings.Name, settings.ClientSecret, settings.RoleClaim));
        Assert.Equal(["openid", "email", "groups"], settings.Scopes);
        Assert.Equal([new SignOnRole("hargita", "editor")], settings.Roles.Of(["cn=editors,ou=intl:eu"]));
        Assert.Equal([new SignOnRole("hargita", "administrator"), new SignOnRole("toosz", "editor")], settings.Roles.Of(["intl-admins", "others"]));
        Assert.DoesNotContain("secret", settings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SignOnSettings.AuthorityVariable, "http://login.hargita.example")]
    [InlineData(SignOnSettings.AuthorityVariable, "login.hargita.example")]
    [InlineData(SignOnSettings.AuthorityVariable, "https://login.hargita.example/?tenant=1")]
    [InlineData(SignOnSettings.AuthorityVariable, "https://login.hargita.example/#a")]
    [InlineData(SignOnSettings.AuthorityVariable, "https://name:secret@login.hargita.example/")]
    [InlineData(SignOnSettings.AuthorityVariable, "file:///tmp/provider")]
    [InlineData(SignOnSettings.ClientIdVariable, "")]
    [InlineData(SignOnSettings.RolesVariable, "editors")]
    [InlineData(SignOnSettings.RolesVariable, "editors=hargita")]
    [InlineData(SignOnSettings.RolesVariable, "=hargita:editor")]
    [InlineData(SignOnSettings.RolesVariable, "editors=Hargita:editor")]
    [InlineData(SignOnSettings.RolesVariable, "editors=hargita:editor:more")]
    public void Settings_ThatCannotBeMeant_NameTheVariable(string variable, string value)
    {
        _environment[variable] = value;
        Assert.Equal(variable, Assert.Throws<SignOnSettingsException>(Read).Variable);
    }

    [Theory]
    [InlineData("http://localhost:8080/realms/county")]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://[::1]:8080")]
    public void Authority_OnThisMachine_MayDoWithoutHttps(string authority)
    {
        _environment[SignOnSettings.AuthorityVariable] = authority;
        Assert.Equal(authority, Read()!.Authority);
    }

    [Fact]
    public void Client_IsThereExactlyWithSettings()
    {
        using var with = Services(Read());
        Assert.Equal("login.hargita.example", with.GetRequiredService<SignOnClient>().Name);
        using var without = Services(null);
        Assert.Null(without.GetService<SignOnClient>());
    }

    private static ServiceProvider Services(SignOnSettings? settings) => new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
        .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()).AddSignOn(settings).BuildServiceProvider();

    private SignOnSettings? Read() => SignOnSettings.From(name => _environment.GetValueOrDefault(name));
}
