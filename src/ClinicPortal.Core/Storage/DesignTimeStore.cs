using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Core.Storage;

/// <summary>For <c>dotnet ef migrations add</c>, which needs the model, and neither data nor the time of day.</summary>
internal sealed class DesignTimeStore : IDesignTimeDbContextFactory<ClinicDbContext>
{
    public ClinicDbContext CreateDbContext(string[] args) => new ServiceCollection()
        .AddSingleton<TimeProvider, NoClock>()
        .AddClinicStore("data")
        .BuildServiceProvider()
        .GetRequiredService<IDbContextFactory<ClinicDbContext>>()
        .CreateDbContext();

    private sealed class NoClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new NotSupportedException("Nothing is saved at design time.");
    }
}
