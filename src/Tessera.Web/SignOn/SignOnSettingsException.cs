namespace Tessera.Web.SignOn;

/// <summary>The environment says something about sign-on that cannot be meant.</summary>
/// <param name="variable">The variable to put right.</param>
public sealed class SignOnSettingsException(string variable, string message) : Exception($"{variable}: {message}")
{
    /// <summary>The variable to put right.</summary>
    public string Variable { get; } = variable;
}
