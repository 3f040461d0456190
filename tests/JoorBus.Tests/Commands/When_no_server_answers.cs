using System.Net;
using System.Net.Sockets;

namespace JoorBus.Tests.Commands;

public sealed class When_no_server_answers
{
    [Theory]
    [InlineData("list")]
    [InlineData("show", "1234567")]
    public async Task Should_say_what_to_do(params string[] verb)
    {
        var answer = await Verb.RunAsync(["orders", .. verb, "--server", $"http://127.0.0.1:{ClosedPort()}"]);

        answer.Code.ShouldBe(1);
        answer.Output.ShouldBeEmpty();
        answer.Error.TrimEnd().ShouldMatch("^No JoorBus answers at http://127.0.0.1:[0-9]+ .*; start one with: joorbus run, or name another one with --server$");
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
