using JoorBus.Joor;
using JoorBus.TestKit;
using static JoorBus.Connections.Tests.Sharing.Asking;

namespace JoorBus.Connections.Tests.Sharing;

public sealed class When_the_database_goes_away
{
    [Fact]
    public async Task Should_wait_for_it_and_give_back_what_ended_meanwhile()
    {
        await using var postgres = await TestServers.StartOwnPostgresAsync();
        await using var copies = await Copies.StartAsync(database: await postgres.CreateDatabaseAsync("limits"));
        var permit = await copies.One.GetAsync(Request(concurrency: 1));
        await postgres.KillAsync();

        (await copies.One.AskAsync(Request(concurrency: 1))).ShouldBeOfType<JoorPermitAnswer.NotBefore>();
        await permit.AnsweredAsync();
        var waiting = copies.Other.AskAsync(Request(concurrency: 1, patience: TimeSpan.FromMinutes(1)));
        await postgres.StartAgainAsync();

        (await waiting).ShouldBeOfType<JoorPermitAnswer.Granted>();
    }

    [Fact]
    public async Task Should_hold_its_slots_on_when_only_the_keeper_was_cut_off()
    {
        await using var copies = await Copies.StartAsync();
        await copies.One.GetAsync(Request(concurrency: 1));
        await copies.PassesRestartGraceAsync();
        await copies.CutKeeperAsync();

        (await copies.Other.AskAsync(Request(concurrency: 1, patience: TimeSpan.FromSeconds(2)))).ShouldBeOfType<JoorPermitAnswer.NotBefore>();
    }
}
