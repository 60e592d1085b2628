using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class StaffUserMapping : IEntityTypeConfiguration<StaffUser>
{
    public void Configure(EntityTypeBuilder<StaffUser> user)
    {
        user.ToTable(nameof(StaffUser));
        user.Property(u => u.Name).HasMaxLength(StaffUser.NameMaxLength);
        user.HasMany<StaffSession>().WithOne().HasForeignKey(session => session.UserId);
    }
}

internal sealed class StaffSessionMapping : IEntityTypeConfiguration<StaffSession>
{
    public void Configure(EntityTypeBuilder<StaffSession> session)
    {
        session.ToTable(nameof(StaffSession));
        session.HasKey(s => s.KeyHash);
        session.HasIndex(s => s.Ends);
    }
}

internal sealed class AuditRecordMapping : IEntityTypeConfiguration<AuditRecord>
{
    public void Configure(EntityTypeBuilder<AuditRecord> record)
    {
        record.ToTable(nameof(AuditRecord));
        record.HasIndex(r => r.Kind);
        record.HasIndex(r => r.By);
    }
}

internal sealed class PasskeyMapping : IEntityTypeConfiguration<IdentityUserPasskey<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<int>> passkey) => passkey.ToTable("StaffPasskey");
}

internal sealed class StaffTokenMapping : IEntityTypeConfiguration<IdentityUserToken<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<int>> token) => token.ToTable("StaffToken");
}

internal sealed class StaffClaimMapping : IEntityTypeConfiguration<IdentityUserClaim<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<int>> claim) => claim.ToTable("StaffClaim");
}

internal sealed class StaffLoginMapping : IEntityTypeConfiguration<IdentityUserLogin<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<int>> login) => login.ToTable("StaffLogin");
}
