namespace Tessera.Web.Parts;

/// <summary>What is wrong with a form: field and sentence, in the order of the form.</summary>
public sealed class FormErrors
{
    private readonly List<(string Field, string Sentence)> _errors = [];

    public IReadOnlyList<(string Field, string Sentence)> All => _errors;

    /// <summary>Is anything wrong?</summary>
    public bool Any => _errors.Count > 0;

    public void Add(string field, string sentence)
    {
        if (!_errors.Contains((field, sentence))) _errors.Add((field, sentence));
    }

    /// <summary>What is wrong with one field; empty when nothing is.</summary>
    public string Of(string field) => string.Join(" ", _errors.Where(e => e.Field == field).Select(e => e.Sentence));
}
