using System.Reflection;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClinicPortal.Core.Tests.Publishing;

/// <summary>A release as this one but for one more migration, so that bringing a store up can be tried before there is one.</summary>
internal static class LaterRelease
{
    public static PortalStore StoreOf(TemporaryStore store)
    {
        var options = store.Options().ReplaceService<IMigrationsAssembly, OneMore>().Options;
        return new(store.Folder, new Contexts(options), store.BackupsOf(options), new());
    }

    [DbContext(typeof(ClinicDbContext)), Migration("29990101000000_Later")]
    private sealed class Later : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.AddColumn<string>("Later", "Treatment", nullable: false, defaultValue: "later");
    }

    private sealed class Contexts(DbContextOptions<ClinicDbContext> options) : IDbContextFactory<ClinicDbContext>
    {
        public ClinicDbContext CreateDbContext() => new(options);
    }

    private sealed class OneMore : IMigrationsAssembly
    {
        public IReadOnlyDictionary<string, TypeInfo> Migrations { get; } = new SortedDictionary<string, TypeInfo>(
            typeof(ClinicDbContext).Assembly.DefinedTypes.Append(typeof(Later).GetTypeInfo())
                .Where(type => type.IsSubclassOf(typeof(Migration)))
                .ToDictionary(type => type.GetCustomAttribute<MigrationAttribute>()!.Id),
            StringComparer.Ordinal);

        public ModelSnapshot? ModelSnapshot { get; } = (ModelSnapshot?)Activator.CreateInstance(
            typeof(ClinicDbContext).Assembly.DefinedTypes.Single(type => type.IsSubclassOf(typeof(ModelSnapshot))));

        public Assembly Assembly => typeof(ClinicDbContext).Assembly;

        public string? FindMigrationId(string nameOrId) => Migrations.Keys.FirstOrDefault(id => id == nameOrId);

        public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
        {
            var migration = (Migration)Activator.CreateInstance(migrationClass)!;
            migration.ActiveProvider = activeProvider;
            return migration;
        }
    }
}
