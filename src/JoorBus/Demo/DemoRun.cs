using System.Diagnostics;
using Spectre.Console;

namespace JoorBus.Demo;

/// <summary>Starts the world, lets the traffic run, kills a host on the way, shows how it goes, and judges the end by the ledgers.</summary>
internal sealed class DemoRun(DemoPlan plan)
{
    // In the middle of the warehouse's day.
    private const double KillAt = 0.4;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongSilence = TimeSpan.FromSeconds(10);
    private readonly TimeProvider clock = TimeProvider.System;
    private readonly IAnsiConsole screen = plan.Json ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }) : AnsiConsole.Console;

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        screen.MarkupLine($"[bold]JoorBus demo[/]: {DemoBrand.All.Count} brands, {plan.Orders} orders, {plan.StockChanges} changes of stock over {plan.Items} items, {plan.ProductChanges} changes of {plan.Styles} styles, bus {plan.Transport}.");
        await using var world = await DemoWorld.StartAsync(plan, step => screen.MarkupLineInterpolated($"[grey]{step} …[/]"), cancellationToken).ConfigureAwait(false);
        screen.MarkupLineInterpolated($"[grey]ready: try in another terminal[/]  joorbus orders list --server {plan.Urls}");
        DemoTraffic.Trouble(world.Joor);
        var traffic = DemoBrand.All.Select(brand => new DemoTraffic(world.Joor.OrdersOfAccount(brand.AccountId), plan with { Orders = brand.ShareOf(plan.Orders) }, clock)).ToList();
        var running = Task.WhenAll([.. traffic.Select(brand => brand.RunAsync(cancellationToken)), world.Warehouse.RunAsync(world.Bus, cancellationToken)]);
        var state = await WatchAsync(world, traffic, running, cancellationToken).ConfigureAwait(false);
        if (state is null)
        {
            return true;
        }

        DemoReport.Write(screen, plan, state, watch.Elapsed);
        return state.IsGood;
    }

    // Null when a person stopped a demo that has no end.
    private async Task<DemoState?> WatchAsync(DemoWorld world, IReadOnlyList<DemoTraffic> traffic, Task running, CancellationToken cancellationToken)
    {
        var end = clock.GetUtcNow() + plan.Limit;
        var (shown, shownAt) = ("", clock.GetUtcNow());
        while (true)
        {
            try
            {
                await Task.Delay(Between, clock, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!plan.EndsAtRest)
            {
                return null;
            }

            if (running.IsFaulted)
            {
                await running.ConfigureAwait(false);
            }

            await KillAsync(world).ConfigureAwait(false);
            var state = await DemoState.LookAsync(world, cancellationToken).ConfigureAwait(false);
            var (line, now) = (DemoReport.Progress(traffic, world.Warehouse, state), clock.GetUtcNow());
            if (line != shown || now - shownAt >= LongSilence)
            {
                await (plan.Json ? Console.Error : Console.Out).WriteLineAsync(line == shown ? DemoReport.Waiting(state, now) : line).ConfigureAwait(false);
                (shown, shownAt) = (line, now);
            }

            // A change that comes when the goods have left is too late, and how late a change comes is a matter of JOOR's credits.
            world.Wms.IsDockOpen |= traffic.All(brand => brand.IsDone) && state.AreOrdersRight;
            if (plan.EndsAtRest && ((running.IsCompletedSuccessfully && state.IsAtEnd) || clock.GetUtcNow() > end))
            {
                return state;
            }
        }
    }

    private async Task KillAsync(DemoWorld world)
    {
        if (world.SecondHost.IsKilled || world.Warehouse.Progress < KillAt)
        {
            return;
        }

        await world.SecondHost.KillAsync().ConfigureAwait(false);
        screen.MarkupLine("[bold]the second host is killed[/] (SIGKILL); the first one takes over when its leases end");
    }
}
