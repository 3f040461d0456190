using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor;

public sealed class When_requests_are_under_way
{
    [Fact]
    public async Task Should_measure_the_most_at_once()
    {
        await using var joor = await Joor.Start(new() { Latency = TimeSpan.FromMilliseconds(300) });

        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => joor.Send("/order?sync=0"))))
            answer.Dispose();
        for (var i = 0; i < 3; i++)
            (await joor.Send("/order?sync=0")).Dispose();

        var ledger = joor.Simulator.Ledger();
        ledger.MostAtOnce.ShouldBe(5);
        ledger.Accounts.Single().MostAtOnce.ShouldBe(5);
        ledger.Requests.TakeLast(3).ShouldAllBe(request => request.AtOnce == 1);
    }

    [Fact]
    public async Task Should_answer_429_beyond_the_limit_of_an_account()
    {
        await using var joor = await Joor.Start(new() { Latency = TimeSpan.FromMilliseconds(500), ConcurrencyLimit = 2 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => joor.Send("/order?sync=0")));

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(2);
        var ledger = joor.Simulator.Ledger();
        ledger.Requests.Count(request => request.IsOverConcurrency).ShouldBe(3);
        ledger.Accounts.Single().Windows.Single().Spent.ShouldBe(2);
        ledger.Overspent.ShouldBe(0);
    }

    [Fact]
    public async Task Should_tell_what_each_window_spent()
    {
        var clock = new StandStillClock();
        await using var joor = await Joor.Start(new() { CreditsPerWindow = 3 }, clock);
        for (var i = 0; i < 4; i++)
            (await joor.Send("/order?sync=0")).Dispose();
        clock.Advance(TimeSpan.FromHours(1));
        (await joor.Send("/order?sync=0")).Dispose();

        var opened = new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
        joor.Account.Windows.ShouldBe(
        [
            new JoorCreditWindow(1, opened, opened.AddSeconds(300), 3, 1),
            new JoorCreditWindow(2, opened.AddHours(1), opened.AddHours(1).AddSeconds(300), 1, 0),
        ]);
        joor.Simulator.Ledger().Requests.Select(request => request.Window).ShouldBe([1, 1, 1, 1, 2]);
    }
}
