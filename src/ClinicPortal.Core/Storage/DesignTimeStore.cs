using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Core.Storage;

/// <summary>For <c>dotnet ef migrations add</c>, which needs the model and no data.</summary>
internal sealed class DesignTimeStore : IDesignTimeDbContextFactory<ClinicDbContext>
{
    public ClinicDbContext CreateDbContext(string[] args) => new ServiceCollection()
        .AddClinicStore("data")
        .BuildServiceProvider()
        .GetRequiredService<IDbContextFactory<ClinicDbContext>>()
        .CreateDbContext();
}
