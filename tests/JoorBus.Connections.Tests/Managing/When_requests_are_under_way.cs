using JoorBus.Connections.Managing;
using JoorBus.Connections.Sharing;
using JoorBus.Joor;
using JoorBus.TestKit;

namespace JoorBus.Connections.Tests.Managing;

public sealed class When_requests_are_under_way
{
    [Fact]
    public async Task Should_acknowledge_a_new_secret_only_when_those_with_the_old_one_have_ended()
    {
        await using var one = await Brands.StartAsync(more: services => services.AddSharedLimits());
        await using var other = await Brands.StartAsync(one, more: services => services.AddSharedLimits());
        await one.AddedAsync(new { name = "acme", token = "old-token" });
        var permit = (await EnterAsync(other, revision: 1)).ShouldBeOfType<JoorPermitAnswer.Granted>().Permit;

        var change = one.SetAsync("acme", new { token = "new-token" });
        await Eventually.BecomesTrueAsync(async () => (await one.ShowAsync("acme")).Revision == 2, "the new secret is stored");
        (await EnterAsync(other, revision: 1)).ShouldBeOfType<JoorPermitAnswer.Outdated>();

        change.IsCompleted.ShouldBeFalse();
        (await other.Catalog.RefreshAsync("acme", CancellationToken.None)).ShouldNotBeNull().Token.ShouldBe("new-token");
        await permit.ReleaseAsync(new JoorPermitEnd { IsAnswered = true });
        (await change).ShouldBeOfType<ConnectionOutcome.Done>().StillUnderWay.ShouldBeNull();
    }

    [Fact]
    public async Task Should_let_nothing_out_once_a_connection_is_disabled_or_removed()
    {
        await using var one = await Brands.StartAsync(more: services => services.AddSharedLimits());
        await using var other = await Brands.StartAsync(one, more: services => services.AddSharedLimits());
        await one.AddedAsync(new { name = "acme", token = "token" });

        await one.SwitchAsync("acme", enabled: false);
        (await EnterAsync(other, revision: 1)).ShouldBeOfType<JoorPermitAnswer.Outdated>();
        (await other.Catalog.RefreshAsync("acme", CancellationToken.None)).ShouldBeNull();

        await one.RemoveAsync("acme");
        (await EnterAsync(other, revision: 2)).ShouldBeOfType<JoorPermitAnswer.Outdated>();
    }

    [Fact]
    public async Task Should_let_one_from_configuration_out()
    {
        await using var one = await Brands.StartAsync(configured: [new JoorConnectionOptions { Name = "acme", Token = "t" }], more: services => services.AddSharedLimits());

        (await EnterAsync(one, revision: 0)).ShouldBeOfType<JoorPermitAnswer.Granted>();
    }

    private static async Task<JoorPermitAnswer> EnterAsync(Brands host, int revision)
    {
        var answer = await host.Of<SharedJoorLimits>().EnterAsync(
            new JoorPermitRequest { Connection = "acme", Revision = revision, Account = "a", Group = "acme", Concurrency = 25, Credits = 1, Priority = JoorPriority.OrderReading, Patience = TimeSpan.FromSeconds(5) },
            CancellationToken.None);
        return answer;
    }
}
