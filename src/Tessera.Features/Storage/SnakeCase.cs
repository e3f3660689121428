using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tessera.Features.Storage;

/// <summary>Column names as SQL is written: <c>RegisteredName</c> stands in <c>registered_name</c>.</summary>
internal static class SnakeCase
{
    /// <summary>Names the table, and every mapped property's column after the property.</summary>
    public static EntityTypeBuilder<T> InTable<T>(this EntityTypeBuilder<T> entity, string table) where T : class
    {
        entity.ToTable(table);
        foreach (var property in entity.Metadata.GetProperties()) property.SetColumnName(Of(property.Name));
        return entity;
    }

    /// <summary>The snake_case spelling of a property's name.</summary>
    public static string Of(string name)
    {
        var written = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && written.Length > 0) written.Append('_');
            written.Append(char.ToLowerInvariant(letter));
        }

        return written.ToString();
    }
}
