using System.Diagnostics;
using JoorBus.Prove.Deaths;
using JoorBus.Prove.Judging;
using JoorBus.Prove.World;
using Npgsql;
using RabbitMQ.Client.Exceptions;

namespace JoorBus.Prove;

/// <summary>One time: start, traffic with deaths, rest, shipping with a death, rest, judgement.</summary>
internal sealed class OneTime(KillPlan plan, ProveServers servers)
{
    private static readonly TimeSpan RestLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // Longer than an outbox lease: what was sent twice has come by then.
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(2.5);

    public async Task<TimeResult> RunAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var folder = Directory.CreateTempSubdirectory($"joorbus-prove-{plan.Seed}-").FullName;
        try
        {
            return await RunAsync(folder, watch, cancellationToken);
        }
        catch (Exception reason) when (!cancellationToken.IsCancellationRequested)
        {
            return TimeResult.BrokenOff(plan, folder, watch.Elapsed, reason);
        }
    }

    private async Task<TimeResult> RunAsync(string folder, Stopwatch watch, CancellationToken cancellationToken)
    {
        await using var world = await ProveWorld.StartAsync(plan, servers, folder, cancellationToken);
        var reaper = new Reaper(servers, world.Hosts, world.Joor);
        var day = new BrandDay(world.Joor, plan);

        var early = await StartHostsAsync(world, cancellationToken);
        await Task.WhenAll(day.RunAsync(cancellationToken), world.Day.RunAsync(world.Bus, cancellationToken), reaper.ReapAsync(plan.Deaths, cancellationToken));
        var snapshot = await RestAsync(world, cancellationToken);
        if (snapshot.Faults().Count == 0)
        {
            world.ShipAll();
            await reaper.ReapAsync([plan.WhileShipping], cancellationToken);
            await RestAsync(world, cancellationToken);
            await Task.Delay(Aftermath, TimeProvider.System, cancellationToken);
            snapshot = await RestAsync(world, cancellationToken);
        }

        var reasons = await snapshot.Queues.ReasonsAsync(world.Amqp, cancellationToken);
        var faults = snapshot.Faults().Concat(reasons).Concat(await HostFaultsAsync(world)).ToList();
        var log = HostLog.Read(world.Hosts.LogLines());
        if (faults.Count == 0)
            Directory.Delete(folder, recursive: true);
        return new TimeResult
        {
            Plan = plan,
            Kills = reaper.Kills + early,
            Amended = day.Amended,
            Cancelled = day.Cancelled,
            Repeated = snapshot.Wms.CommandsRepeated,
            Recognised = log.Recognised,
            Swept = log.Swept,
            Levels = world.Day.LevelsTold,
            Styles = world.Day.StylesTold,
            StockNumbers = snapshot.Goods.Stock.Places,
            StockTaken = snapshot.Goods.StockTaken,
            Stale = snapshot.Goods.Stock.Stale.Count + snapshot.Goods.Stock.Wrong.Count + snapshot.Goods.Products.Stale.Count + snapshot.Goods.Products.Wrong.Count,
            Seconds = watch.Elapsed.TotalSeconds,
            Summary = $"{snapshot.Comparison.Summary} | {snapshot.Goods.Stock.Summary} | {snapshot.Goods.Products.Summary}",
            Lost = snapshot.Comparison.Lost.Count + snapshot.Goods.Stock.Missing.Count + snapshot.Goods.Products.Missing.Count,
            Doubled = snapshot.Comparison.Doubled.Count + snapshot.Wms.DoubledEffects,
            Faults = faults,
            Evidence = faults.Count == 0 ? null : folder,
        };
    }

    private async Task<int> StartHostsAsync(ProveWorld world, CancellationToken cancellationToken)
    {
        await world.Hosts.StartAsync();
        if (plan.DiesWhileStarting is { } moment)
        {
            await Task.Delay(moment, TimeProvider.System, cancellationToken);
            await world.Hosts.KillAsync(0);
            await world.Hosts.StartAgainAsync(0);
        }

        await world.Hosts.AreReadyAsync(cancellationToken);
        await ProveSettings.SaveAsync(world.Database, ProveWorld.Connection, cancellationToken);
        // RabbitMQ writes new queues to disk some seconds later by itself; a crash before that forgets them, which is not ours to prove.
        await servers.RabbitMq.WriteDefinitionsAsync(cancellationToken);
        return plan.DiesWhileStarting is null ? 0 : 1;
    }

    // Returns what is there when nothing is left to do, or when patience ends.
    private static async Task<Snapshot> RestAsync(ProveWorld world, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                var snapshot = await Snapshot.TakeAsync(world, cancellationToken);
                if (snapshot.Faults().Count == 0 || Stopwatch.GetElapsedTime(started) > RestLimit)
                    return snapshot;
            }
            catch (Exception away) when (away is NpgsqlException or BrokerUnreachableException && Stopwatch.GetElapsedTime(started) < RestLimit)
            {
                // A server that has just come back.
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    private static async Task<IEnumerable<string>> HostFaultsAsync(ProveWorld world)
    {
        await world.Hosts.DisposeAsync();
        return world.Hosts.DiedByThemselves == 0 ? [] : [$"{world.Hosts.DiedByThemselves} hosts ended although nobody killed them"];
    }
}
