using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Features.Storage;

namespace Tessera.Features.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder) => builder.InTable("account").Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
}

internal sealed class PasskeyMapping : IEntityTypeConfiguration<PasskeyRow>
{
    public void Configure(EntityTypeBuilder<PasskeyRow> builder) => builder.InTable("account_passkey").HasKey(p => p.CredentialId);
}

internal sealed class LoginMapping : IEntityTypeConfiguration<LoginRow>
{
    public void Configure(EntityTypeBuilder<LoginRow> builder) => builder.InTable("account_login").HasKey(l => new { l.Provider, l.ProviderKey });
}

internal sealed class SessionMapping : IEntityTypeConfiguration<SessionRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder) => builder.InTable("session").HasKey(s => s.KeyHash);
}

internal sealed class KeptFormMapping : IEntityTypeConfiguration<KeptFormRow>
{
    public void Configure(EntityTypeBuilder<KeptFormRow> builder) => builder.InTable("kept_form");
}

internal sealed class MemberMapping : IEntityTypeConfiguration<MemberRow>
{
    public void Configure(EntityTypeBuilder<MemberRow> builder)
    {
        builder.InTable("member").HasKey(m => new { m.OfficeId, m.AccountId });
        builder.HasOne(m => m.Account).WithMany().HasForeignKey(m => m.AccountId);
    }
}

internal sealed class UnitMapping : IEntityTypeConfiguration<UnitRow>
{
    public void Configure(EntityTypeBuilder<UnitRow> builder) => builder.InTable("unit");
}

internal sealed class UnitMemberMapping : IEntityTypeConfiguration<UnitMemberRow>
{
    public void Configure(EntityTypeBuilder<UnitMemberRow> builder) => builder.InTable("unit_member").HasKey(m => new { m.UnitId, m.AccountId });
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<InvitationRow>
{
    public void Configure(EntityTypeBuilder<InvitationRow> builder) => builder.InTable("invitation");
}

internal sealed class DoneFormMapping : IEntityTypeConfiguration<DoneFormRow>
{
    public void Configure(EntityTypeBuilder<DoneFormRow> builder) => builder.InTable("done_form").HasKey(d => new { d.OfficeId, d.AccountId, d.Page, d.FormId });
}
