using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Tessera.Features.Storage;

/// <summary>Keeps the data-protection keys in the database, so that every process has the same and a form survives a restart.</summary>
public sealed class ProtectionKeys(Database database) : IXmlRepository
{
    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.Source.OpenConnection();
        using var command = new NpgsqlCommand("select xml from protection_key order by created_at", connection);
        using var reader = command.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read()) keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = database.Source.OpenConnection();
        using var command = new NpgsqlCommand("insert into protection_key (name, xml) values ($1, $2) on conflict (name) do nothing", connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = friendlyName }, new NpgsqlParameter<string> { TypedValue = element.ToString(SaveOptions.DisableFormatting) } },
        };
        command.ExecuteNonQuery();
    }
}
