using System.Globalization;
using JoorBus.Benchmarks.Contending;
using JoorBus.Benchmarks.Source;
using Spectre.Console;

namespace JoorBus.Benchmarks.Measuring;

/// <summary>Prepares and warms every contender, then lets them run in turns; whoever was first in a round is last in the next.</summary>
public sealed class Comparison(BenchPlan plan, IAnsiConsole progress)
{
    private int _next = 1;

    public async Task<ComparisonResult> RunAsync(CancellationToken cancellationToken)
    {
        await using var servers = await PrivateServers.StartAsync(plan, cancellationToken);
        var contenders = new List<IOrderPathContender>();
        try
        {
            foreach (var name in plan.Contenders)
            {
                var contender = ContenderList.Create(name);
                contenders.Add(contender);
                await contender.PrepareAsync(servers.Servers, cancellationToken);
                if (plan.WarmUp > 0)
                    await RunAsync(contender, "warm-up", plan.WarmUp, 0, cancellationToken);
            }
            var runs = await RoundsAsync(contenders, cancellationToken);
            var paced = await PacedAsync(contenders, cancellationToken);
            return new ComparisonResult(plan, [.. contenders.Select(one => new ContenderResult(one.Name, runs[one], paced[one]))]);
        }
        finally
        {
            foreach (var contender in contenders)
                await contender.DisposeAsync();
        }
    }

    private async Task<Dictionary<IOrderPathContender, List<OrderPathRun>>> RoundsAsync(
        List<IOrderPathContender> contenders, CancellationToken cancellationToken)
    {
        var runs = contenders.ToDictionary(one => one, _ => new List<OrderPathRun>());
        for (var round = 0; round < plan.Pairs; round++)
        {
            for (var turn = 0; turn < contenders.Count; turn++)
            {
                var contender = contenders[(round + turn) % contenders.Count];
                runs[contender].Add(await RunAsync(contender, $"round {round + 1}", plan.Orders, 0, cancellationToken));
            }
        }
        return runs;
    }

    private async Task<Dictionary<IOrderPathContender, Dictionary<int, OrderPathRun>>> PacedAsync(
        List<IOrderPathContender> contenders, CancellationToken cancellationToken)
    {
        var paced = contenders.ToDictionary(one => one, _ => new Dictionary<int, OrderPathRun>());
        foreach (var rate in BenchPlan.LatencyRates.Where(_ => plan.LatencySeconds > 0))
        {
            foreach (var contender in contenders)
                paced[contender][rate] = await RunAsync(contender, $"{rate}/s", rate * plan.LatencySeconds, rate, cancellationToken);
        }
        return paced;
    }

    private async Task<OrderPathRun> RunAsync(
        IOrderPathContender contender, string what, int orders, int ordersPerSecond, CancellationToken cancellationToken)
    {
        var feed = new OrderFeed(_next, orders, ordersPerSecond);
        _next += orders;
        try
        {
            var run = await contender.RunAsync(feed, cancellationToken);
            var delay = ordersPerSecond == 0 ? "" : FormattableString.Invariant($", p99 {run.Delay(0.99).TotalMilliseconds:N1} ms");
            progress.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"[grey]{what,-10}[/] {contender.Name,-16} {run.OrdersPerSecond,8:N0}/s, CPU {run.CpuPerThousand.Sum:N2} ms per order{delay}");
            return run;
        }
        catch (Exception reason) when (reason is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException($"{contender.Name} did not complete ({what}): {reason.Message}", reason);
        }
    }
}
