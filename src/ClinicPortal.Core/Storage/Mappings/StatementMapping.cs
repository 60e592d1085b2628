using ClinicPortal.Core.Editions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class StatementMapping : IEntityTypeConfiguration<Statement>
{
    public void Configure(EntityTypeBuilder<Statement> statement)
    {
        statement.ToTable(nameof(Statement));
        statement.HasOne<StaffUser>().WithMany().HasForeignKey(one => one.ById).OnDelete(DeleteBehavior.Restrict);
        statement.HasOne(one => one.Withdrawal).WithOne().HasForeignKey<StatementWithdrawal>(one => one.StatementId);
    }
}

internal sealed class StatementWithdrawalMapping : IEntityTypeConfiguration<StatementWithdrawal>
{
    public void Configure(EntityTypeBuilder<StatementWithdrawal> withdrawal)
    {
        withdrawal.ToTable(nameof(StatementWithdrawal));
        withdrawal.HasKey(one => one.StatementId);
    }
}
