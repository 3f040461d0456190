using System.Diagnostics;

namespace JoorBus.Benchmarks.Gateway;

/// <summary>What one caller reached with one kind of call. The server is a process of its own and not counted.</summary>
public sealed record GatewayRun(double PerSecond, double CpuMilliseconds)
{
    public static async Task<GatewayRun> MeasureAsync(IGatewayCaller caller, GatewayCall call, CancellationToken cancellationToken)
    {
        GC.Collect();
        var cpu = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        for (var number = 0; number < call.Times; number++)
            await call.MakeAsync(caller, cancellationToken);
        var took = Stopwatch.GetElapsedTime(start);
        return new GatewayRun(call.Times / took.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / call.Times);
    }
}
