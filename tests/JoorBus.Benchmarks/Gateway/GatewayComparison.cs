using JoorBus.Benchmarks.Measuring;

namespace JoorBus.Benchmarks.Gateway;

/// <summary>Both callers in turns, round by round, so that what else the machine does meets both.</summary>
public sealed class GatewayComparison(Uri server, int rounds, int warmUp, Action<string> report)
{
    private static readonly Func<Uri, IGatewayCaller>[] Callers = [url => new JoorCaller(url), url => new BareCaller(url)];

    public async Task<IReadOnlyList<GatewayResult>> RunAsync(IReadOnlyList<GatewayCall> calls, CancellationToken cancellationToken)
    {
        var callers = Callers.Select(create => create(server)).ToList();
        try
        {
            var results = new List<GatewayResult>();
            foreach (var call in calls)
                results.Add(await RunAsync(callers, call, cancellationToken));
            return results;
        }
        finally
        {
            callers.ForEach(caller => caller.Dispose());
        }
    }

    private async Task<GatewayResult> RunAsync(List<IGatewayCaller> callers, GatewayCall call, CancellationToken cancellationToken)
    {
        var runs = callers.ToDictionary(caller => caller.Name, _ => new List<GatewayRun>());
        for (var round = -warmUp; round < rounds; round++)
        {
            report($"{call.Name}, {(round < 0 ? "warming up" : $"round {round + 1} of {rounds}")}");
            foreach (var caller in round % 2 == 0 ? callers : callers.AsEnumerable().Reverse())
            {
                var run = await GatewayRun.MeasureAsync(caller, call, cancellationToken);
                if (round >= 0)
                    runs[caller.Name].Add(run);
            }
        }
        return new GatewayResult(call.Name, runs[callers[0].Name], runs[callers[1].Name]);
    }
}

/// <summary>One kind of call: the gateway's runs and the bare client's, round by round.</summary>
public sealed record GatewayResult(string Call, IReadOnlyList<GatewayRun> Joorbus, IReadOnlyList<GatewayRun> Bare)
{
    /// <summary>Requests per second of the gateway over those of the bare client.</summary>
    public Spread SpeedRatio => Ratio((ours, bare) => ours.PerSecond / bare.PerSecond);

    /// <summary>CPU per request of the bare client over the gateway's: 1 is equal, less is dearer.</summary>
    public Spread CpuRatio => Ratio((ours, bare) => bare.CpuMilliseconds / ours.CpuMilliseconds);

    private Spread Ratio(Func<GatewayRun, GatewayRun, double> of) => Spread.Of(Joorbus.Zip(Bare, of));
}
