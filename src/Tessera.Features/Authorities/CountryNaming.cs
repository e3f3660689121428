namespace Tessera.Features.Authorities;

/// <summary>A country's name in a language, for sorting and searching: the program's texts know it.</summary>
/// <param name="country">ISO 3166-1 alpha-2.</param>
public delegate string CountryNaming(string country, string language);
