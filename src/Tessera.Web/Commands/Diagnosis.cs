namespace Tessera.Web.Commands;

/// <summary>How something is that the program stands on.</summary>
internal enum Health
{
    Well,
    Warning,
    Ill,
}

/// <summary>What the doctor says of one thing.</summary>
internal sealed record Diagnosis(Health Health, string Sentence)
{
    public string Sign => Health switch { Health.Well => "✓", Health.Warning => "!", _ => "✗" };

    public static Diagnosis Well(string sentence) => new(Health.Well, sentence);

    public static Diagnosis Warning(string sentence) => new(Health.Warning, sentence);

    public static Diagnosis Ill(string sentence) => new(Health.Ill, sentence);
}
