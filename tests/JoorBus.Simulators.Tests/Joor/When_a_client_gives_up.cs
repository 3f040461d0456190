using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor;

public sealed class When_a_client_gives_up
{
    [Fact]
    public async Task Should_mark_nothing_and_keep_the_request_in_the_ledger()
    {
        await using var joor = await Joor.Start(new() { Latency = TimeSpan.FromHours(1) }, new StandStillClock());
        joor.Orders.AddApproved(1);
        // Taken when the request has arrived and begins to wait.
        joor.Simulator.Faults.Add(new() { Kind = JoorFaultKind.Slow });
        using var patience = new CancellationTokenSource();

        var waiting = joor.Send("/order", cancellationToken: patience.Token);
        while (joor.Simulator.Faults.Waiting > 0)
            await Task.Yield();
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        await joor.DisposeAsync();

        joor.Simulator.Ledger().Requests.Single().IsDropped.ShouldBeTrue();
        joor.Orders.Snapshot().Orders.Single().Export.ShouldBe(JoorExportState.NotExported);
    }
}
