using ClinicPortal.Testing;

namespace ClinicPortal.Browser.Tests;

/// <summary>A portal that the tests of one class may stop and start again, or whose limits they use up.</summary>
public sealed class OwnPortal : IAsyncLifetime
{
    private PortalProcess? _process;

    public PortalProcess Process => _process!;

    public async ValueTask InitializeAsync() => _process = await PortalProcess.StartAsync();

    public ValueTask DisposeAsync() => _process?.DisposeAsync() ?? ValueTask.CompletedTask;
}
