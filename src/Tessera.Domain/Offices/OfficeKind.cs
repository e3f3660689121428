namespace Tessera.Domain.Offices;

/// <summary>Whose international office it is.</summary>
public enum OfficeKind
{
    /// <summary>A town or municipality.</summary>
    Municipality,

    /// <summary>A county.</summary>
    County,

    /// <summary>A region.</summary>
    Region,

    /// <summary>An association of local governments.</summary>
    Association,
}
