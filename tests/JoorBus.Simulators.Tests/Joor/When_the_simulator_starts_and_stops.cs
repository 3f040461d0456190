using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor;

public sealed class When_the_simulator_starts_and_stops
{
    [Fact]
    public async Task Should_take_the_port_it_is_given_and_give_it_back()
    {
        int port;
        await using (var joor = await Joor.Start())
            port = joor.Simulator.BaseUrl.Port;

        await using var again = await Joor.Start(new() { Port = port });

        again.Simulator.BaseUrl.ShouldBe(new Uri($"http://127.0.0.1:{port}/v2"));
        (await again.ReadIds("/order?sync=0")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_fail_to_start_on_a_port_in_use()
    {
        await using var joor = await Joor.Start();

        await Should.ThrowAsync<IOException>(() => JoorSimulator.StartAsync(new() { Port = joor.Simulator.BaseUrl.Port }));
    }

    [Fact]
    public async Task Should_not_wait_for_a_slow_answer_when_it_stops()
    {
        Task<HttpResponseMessage> waiting;
        await using (var joor = await Joor.Start(time: new StandStillClock()))
        {
            joor.Simulator.Faults.Add(new() { Kind = JoorFaultKind.Slow, Delay = TimeSpan.FromHours(1) });
            waiting = joor.Send("/order");
            while (joor.Simulator.Ledger().Requests.Count == 0)
                await Task.Yield();
        }

        await Should.ThrowAsync<Exception>(() => waiting);
    }
}
