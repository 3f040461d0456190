using System.Diagnostics;
using Spectre.Console;

namespace JoorBus.Demo;

/// <summary>Starts the world, lets the traffic run, shows how it goes, and judges the end by both ledgers.</summary>
internal sealed class DemoRun(DemoPlan plan)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private readonly TimeProvider clock = TimeProvider.System;
    private readonly IAnsiConsole screen = plan.Json ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }) : AnsiConsole.Console;

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        screen.MarkupLine($"[bold]JoorBus demo[/]: {plan.Orders} orders of {DemoBrand.All.Count} brands, some amended and some cancelled on the way, bus {plan.Transport}.");
        await using var world = await DemoWorld.StartAsync(plan, step => screen.MarkupLineInterpolated($"[grey]{step} …[/]"), cancellationToken).ConfigureAwait(false);
        screen.MarkupLineInterpolated($"[grey]ready: try in another terminal[/]  joorbus orders list --server {plan.Urls}");
        DemoTraffic.Trouble(world.Joor);
        var traffic = DemoBrand.All.Select(brand => new DemoTraffic(world.Joor.OrdersOfAccount(brand.AccountId), plan with { Orders = brand.ShareOf(plan.Orders) }, clock)).ToList();
        var running = Task.WhenAll(traffic.Select(brand => brand.RunAsync(cancellationToken)));
        var state = await WatchAsync(world, traffic, running, cancellationToken).ConfigureAwait(false);
        if (state is null)
        {
            return true;
        }

        DemoReport.Write(screen, plan, state, watch.Elapsed);
        return state.IsAtEnd;
    }

    // Null when a person stopped a demo that has no end.
    private async Task<DemoState?> WatchAsync(DemoWorld world, IReadOnlyList<DemoTraffic> traffic, Task running, CancellationToken cancellationToken)
    {
        var end = clock.GetUtcNow() + plan.Limit;
        var shown = "";
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

            var state = await DemoState.LookAsync(world, cancellationToken).ConfigureAwait(false);
            var line = DemoReport.Progress(traffic, state);
            if (line != shown)
            {
                shown = line;
                (plan.Json ? Console.Error : Console.Out).WriteLine(line);
            }

            if (plan.EndsAtRest && ((traffic.All(brand => brand.IsDone) && state.IsAtEnd) || clock.GetUtcNow() > end))
            {
                return state;
            }
        }
    }
}
