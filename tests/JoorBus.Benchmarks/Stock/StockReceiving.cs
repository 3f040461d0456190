using System.Globalization;
using JoorBus.Benchmarks.Contending;
using JoorBus.Benchmarks.Measuring;
using Npgsql;
using Spectre.Console;

namespace JoorBus.Benchmarks.Stock;

/// <summary>Receiving, in turns: one change per message against the twin, a hundred against COPY and merge.</summary>
public sealed class StockReceiving(StockPlan plan, IAnsiConsole progress)
{
    public async Task<StockReceivingResult> RunAsync(CancellationToken cancellationToken)
    {
        await using var servers = await PrivateServers.StartAsync(new BenchPlan(1, 1, 0, 0, []), cancellationToken);
        await using var joorbus = await StockContender.StartAsync(StockContender.JoorBus, servers.Servers, cancellationToken);
        await using var twin = await StockContender.StartAsync(StockContender.Twin, servers.Servers, cancellationToken);
        var copyInto = await servers.Servers.CreateDatabaseAsync("stock_copy", cancellationToken);
        await StockJoorBus.PrepareAsync(copyInto, await servers.Servers.CreateVirtualHostAsync("stock-copy", cancellationToken), cancellationToken);
        var single = new StockLoad(plan.Singles, plan.Items, 1);
        var hundred = new StockLoad(plan.Hundreds, plan.Items, 100);
        foreach (var contender in new[] { joorbus, twin })
        {
            await RunAsync(contender, "warm-up", single with { Changes = Math.Min(20_000, plan.Singles) }, cancellationToken);
            await RunAsync(contender, "warm-up", hundred with { Changes = Math.Min(200_000, plan.Hundreds) }, cancellationToken);
        }
        var rounds = new List<StockRound>();
        for (var round = 1; round <= plan.Pairs; round++)
        {
            var (first, second) = round % 2 == 1 ? (joorbus, twin) : (twin, joorbus);
            var a = await RunAsync(first, $"round {round}", single, cancellationToken);
            var b = await RunAsync(second, $"round {round}", single, cancellationToken);
            var ours = await RunAsync(joorbus, $"round {round}", hundred, cancellationToken);
            var copy = await CopyAsync(copyInto, hundred, cancellationToken);
            rounds.Add(first == joorbus ? new(a, b, ours, copy) : new(b, a, ours, copy));
        }
        return new StockReceivingResult(rounds, joorbus.PeakMegabytes);
    }

    private async Task<StockRun> RunAsync(StockContender contender, string what, StockLoad load, CancellationToken cancellationToken)
    {
        var run = await contender.RunAsync(load, cancellationToken);
        Tell(what, contender.Name, load, run.PerSecond);
        return run;
    }

    private async Task<double> CopyAsync(string postgres, StockLoad load, CancellationToken cancellationToken)
    {
        await using (var database = NpgsqlDataSource.Create(postgres))
        await using (var empty = database.CreateCommand("truncate joorbus.inventory_levels"))
            await empty.ExecuteNonQueryAsync(cancellationToken);
        var perSecond = load.Changes / (await StockCopy.RunAsync(postgres, load, cancellationToken)).TotalSeconds;
        Tell("", "copy + merge", load, perSecond);
        return perSecond;
    }

    private void Tell(string what, string name, StockLoad load, double perSecond) => progress.MarkupLineInterpolated(
        CultureInfo.InvariantCulture, $"[grey]{what,-10}[/] {name,-14} {load.Changes,9:N0} changes, {load.PerMessage,3} per message: {perSecond,9:N0}/s");
}

/// <summary>What to run. Changes as single messages, changes in messages of a hundred, items they are about, rounds.</summary>
public sealed record StockPlan(int Singles, int Hundreds, int Items, int Pairs);

/// <summary>One round: ours and the twin's with single messages, ours with hundreds, COPY's changes per second.</summary>
public sealed record StockRound(StockRun OneByOne, StockRun TwinOneByOne, StockRun ByHundred, double Copy);

/// <summary>All rounds, and the largest memory of our process over everything.</summary>
public sealed record StockReceivingResult(IReadOnlyList<StockRound> Rounds, double PeakMegabytes)
{
    public Spread OneByOneRatio => Spread.Of(Rounds.Select(round => round.OneByOne.PerSecond / round.TwinOneByOne.PerSecond));

    public Spread ByHundredRatio => Spread.Of(Rounds.Select(round => round.ByHundred.PerSecond / round.Copy));
}
