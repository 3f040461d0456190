using System.CommandLine;
using System.Diagnostics;

namespace JoorBus.Benchmarks.Gateway;

public static class GatewayCommand
{
    public static Command Create()
    {
        var command = new Command("gateway", "x");
        command.SetAction(async (parsed, ct) =>
        {
            await using var server = await GatewayServer.StartAsync(ct);
            IGatewayCaller[] callers = [new BareCaller(server.BaseUrl), new JoorCaller(server.BaseUrl)];
            for (var round = 0; round < 10; round++)
            {
                for (var size = 1; size <= 50; size += 49)
                {
                    foreach (var caller in callers)
                    {
                        var n = size == 1 ? 2000 : 200;
                        var cpu = Environment.CpuUsage.TotalTime;
                        var start = Stopwatch.GetTimestamp();
                        for (var i = 0; i < n; i++)
                        {
                            var got = await caller.ReadOrdersAsync(new GatewayPage(i, size), ct);
                            if (got != size) { throw new InvalidOperationException($"{caller.Name} {got}"); }
                        }
                        Console.WriteLine($"{caller.Name} {size}: {n / Stopwatch.GetElapsedTime(start).TotalSeconds:N0}/s cpu {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / n:N3} ms");
                    }
                }
            }
            return 0;
        });
        return command;
    }
}
