using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Tests.Commands;

/// <summary>What is done at the server stands in the audit log like what is done in the browser.</summary>
public sealed class AuditedCommandTests
{
    [Fact]
    public async Task Commands_that_change_access_publish_or_take_something_out_stand_in_the_log()
    {
        await using var portal = await PortalProcess.FilledAsync();
        var file = Path.Combine(portal.Data, "clinic.yaml");

        await portal.InviteByCommandAsync("Ada Admin", StaffRole.Administrator);
        await RunAsync("content", "export", file);
        var sample = SampleClinic.Content;
        var renamed = sample with { Clinic = sample.Clinic with { Name = LocalText.English("Another Clinic") } };
        await File.WriteAllTextAsync(file, TemporaryStore.Text(renamed), TestContext.Current.CancellationToken);
        await RunAsync("content", "import", file);
        await RunAsync("content", "publish", "--by", "Ada Admin");
        await RunAsync("backup", "create");

        using var store = new TemporaryStore(portal.Data);
        await using var db = store.Context();
        var records = await db.AuditRecords.Where(record => record.By == "The command line").OrderBy(record => record.Id)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                (AuditKind.Access, "Invited. Role: Administrator."), (AuditKind.Access, "A new password was set."),
                (AuditKind.Export, "Content exported."), (AuditKind.Publication, "Published, in the name of Ada Admin."),
                (AuditKind.Export, "Backup made by hand."),
            ],
            records.Select(record => (record.Kind, record.What)));
        Assert.Equal(("clinic.yaml", store.Backups.List()[0].Name), (records[2].Subject, records[4].Subject));

        async Task RunAsync(params string[] arguments)
        {
            var (exitCode, error, _) = await portal.RunToTheEndAsync(arguments);
            Assert.True(exitCode == 0, error);
        }
    }
}
