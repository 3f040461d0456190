using System.Diagnostics;
using System.Globalization;
using Shouldly;
using Xunit;

namespace JoorBus.TestKit.Tests.Servers;

public sealed class When_the_owner_of_a_server_is_killed
{
    [Fact]
    public async Task Should_leave_neither_server_nor_temporary_folder()
    {
        var folder = TestServers.TemporaryFolder("orphan");
        using var owner = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var server = int.Parse((await owner.StandardOutput.ReadLineAsync()).ShouldNotBeNull(), CultureInfo.InvariantCulture);
        IsRunning(server).ShouldBeTrue();

        owner.Kill();

        await Eventually.BecomesTrueAsync(() => !IsRunning(server) && !Directory.Exists(folder), "server and folder gone");
    }

    // A process that has ended but was not collected yet keeps its folder under /proc, but no command line.
    private static bool IsRunning(int processId)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/cmdline").Length > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
