namespace Tessera.Domain.Offices;

/// <summary>What somebody may do in an office. Each may do what those before it may.</summary>
public enum OfficeRole
{
    /// <summary>Reads the office's register with what is not public.</summary>
    Reader,

    /// <summary>Keeps the register: partners, agreements, contacts, documents.</summary>
    Editor,

    /// <summary>Records decisions: approves, signs, ends, takes back, and merges partners.</summary>
    Approver,

    /// <summary>Invites people, gives roles, sets up the office, answers for personal data.</summary>
    Administrator,
}
