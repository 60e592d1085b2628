using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ClinicPortal.Core.Storage;

/// <summary>For <c>dotnet ef migrations add</c>, which needs the model and no data.</summary>
internal sealed class DesignTimeStore : IDesignTimeDbContextFactory<ClinicDbContext>
{
    public ClinicDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<ClinicDbContext>().UseSqlite("Data Source=:memory:").Options);
}
