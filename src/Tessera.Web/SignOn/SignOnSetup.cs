namespace Tessera.Web.SignOn;

/// <summary>Registers municipal sign-on.</summary>
public static class SignOnSetup
{
    /// <summary>Adds the <see cref="SignOnClient"/>; none without settings. Data protection and a <see cref="TimeProvider"/> have to be there.</summary>
    public static IServiceCollection AddSignOn(this IServiceCollection services, SignOnSettings? settings) =>
        settings is null ? services : services.AddSingleton(settings).AddSingleton<SignOnClient>();
}
