using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Features.Partners;
using Tessera.Features.Storage;

namespace Tessera.Features.Contacts;

/// <summary>A person at a partner.</summary>
internal sealed class ContactRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public Guid PartnerId { get; set; }

    public PartnerRecord? Partner { get; init; }

    public string Name { get; set; } = "";

    public string Role { get; set; } = "";

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Language { get; set; }

    public string Purpose { get; set; } = "";

    public string Source { get; set; } = "";

    public DateOnly KeepUntil { get; set; }

    /// <summary>Name, role and addresses, folded for the search.</summary>
    public string Folded { get; set; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>What a contact was before a change of it. It is erased with the contact.</summary>
internal sealed class ContactStateRow
{
    /// <summary>That of the entry of the history.</summary>
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public Guid ContactId { get; init; }

    /// <summary>A <see cref="SaidOfContact"/> as JSON.</summary>
    public string Said { get; init; } = "";

    /// <summary>As the contact's own then, for the search.</summary>
    public string Folded { get; init; } = "";
}

/// <summary>What is held of a person at a partner.</summary>
internal sealed record SaidOfContact(string Name, string Role, string? Email, string? Phone, string? Language, string Purpose, string Source, DateOnly KeepUntil);

internal sealed class ContactStateMapping : IEntityTypeConfiguration<ContactStateRow>
{
    public void Configure(EntityTypeBuilder<ContactStateRow> builder) => builder.InTable("contact_state");
}

internal sealed class ContactMapping : IEntityTypeConfiguration<ContactRow>
{
    public void Configure(EntityTypeBuilder<ContactRow> builder) => builder.InTable("contact").HasOne(c => c.Partner).WithMany().HasForeignKey(c => c.PartnerId);
}
