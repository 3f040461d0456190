using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace JoorBus.Joor.Tests.Limits;

public sealed class When_many_share_an_account
{
    [Fact]
    public void Should_never_overspend_a_window_nor_exceed_the_concurrency() =>
        ForAnySeed(500, seed => LimitWorld.Run(LimitPlan.Of(seed)).Joor.Faults);

    [Fact]
    public void Should_use_each_window_while_work_waits() => ForAnySeed(10, seed =>
    {
        var joor = LimitWorld.Run(new LimitPlan(seed) { Limits = new() { Window = TimeSpan.FromSeconds(30), ReservedForOrders = 0 } }).Joor;

        return joor.Faults.Concat(joor.Spent.SkipLast(1).Where(spent => spent < 0.97 * 300).Select(spent => $"{spent} credits of a window were used"));
    });

    [Fact]
    public void Should_serve_everybody_of_one_priority() => ForAnySeed(10, seed =>
        LimitWorld.Run(new LimitPlan(seed) { WithPriorities = false, WithEndpoints = true, Windows = 8 }).Clients
            .Where(client => client.Served < 10 || client.LongestWait > TimeSpan.FromSeconds(61))
            .Select(client => $"client {client.Number} was served {client.Served} times and waited {client.LongestWait}"));

    [Fact]
    public void Should_serve_in_order_of_arrival() => ForAnySeed(10, seed =>
    {
        var granted = LimitWorld.Run(new LimitPlan(seed) { WithPriorities = false, Groups = 1, LongestWaking = TimeSpan.Zero }).Granted;

        return granted.Zip(granted.Skip(1)).Where(pair => pair.Second.Arrived < pair.First.Arrived).Select(pair => $"{pair.First} before {pair.Second}");
    });

    private static void ForAnySeed(int times, Func<int, IEnumerable<string>> faults) => Prop
        .ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => faults(seed).Take(3).ToList() is var found && found.Count == 0
            ? true.Label("") : false.Label($"seed {seed}: {string.Join("; ", found)}"))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(times));
}
