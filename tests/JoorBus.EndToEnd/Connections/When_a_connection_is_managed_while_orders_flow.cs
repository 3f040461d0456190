using JoorBus.Simulators.Joor;
using JoorBus.TestKit;

namespace JoorBus.EndToEnd.Connections;

public sealed class When_a_connection_is_managed_while_orders_flow(ManagedStory story) : IClassFixture<ManagedStory>
{
    [Fact]
    public void Should_lose_double_and_leave_nothing()
    {
        story.AtRest.ToString().ShouldContain("lost 0, doubled 0, stale 0, wrong 0, left over 0");
        var orders = story.World.Brand.Wms.Ledger().Orders.ToLookup(order => order.Connection);
        foreach (var name in (string[])[ManagedBrands.V2Name, ManagedBrands.V2NewName, ManagedBrands.V4Name])
            orders[name].Count().ShouldBeGreaterThan(8, name);
        story.World.Brand.Wms.Ledger().DoubledEffects.ShouldBe(0);
    }

    [Fact]
    public void Should_use_the_new_token_alone_once_the_change_is_answered()
    {
        var requests = story.World.Brand.Joor.Ledger().Requests.Where(request => request.Credential is { Kind: JoorCredentialKind.Token }).ToList();

        for (var token = 0; token <= story.TokensReplacedAt.Count; token++)
            requests.Count(request => request.CredentialOrdinal == token).ShouldBeGreaterThan(3, $"token {token} was in use");
        for (var replaced = 0; replaced < story.TokensReplacedAt.Count; replaced++)
            requests.Where(request => request.ReceivedAt > story.TokensReplacedAt[replaced]).ShouldAllBe(request => request.CredentialOrdinal > replaced);
        requests.ShouldAllBe(request => request.Credential!.IsValid);
    }

    [Fact]
    public void Should_use_no_access_token_of_the_old_password_once_the_change_is_answered()
    {
        var signIns = story.World.Brand.Joor.Ledger().SignIns;
        var lastOfOldPassword = signIns.Where(signIn => signIn.At <= story.UserReplacedAt.InJoor).Max(signIn => signIn.AccessToken);
        var requests = story.World.Brand.Joor.Ledger().Requests.Where(request => request.Credential is { Kind: JoorCredentialKind.AccessToken })
            .ToLookup(request => request.ReceivedAt > story.UserReplacedAt.Here);

        requests[false].ShouldContain(request => request.Credential!.AccessToken == lastOfOldPassword);
        requests[true].Count().ShouldBeGreaterThan(10);
        requests[true].ShouldAllBe(request => request.Credential!.AccessToken > lastOfOldPassword && request.Credential.IsValid);
        signIns.Where(signIn => signIn.At > story.UserReplacedAt.Here).ShouldAllBe(signIn => signIn.AccessToken != null);
        story.World.Brand.Joor.Ledger().MostSignInsAtOnce.ShouldBe(1);
    }

    [Fact]
    public void Should_ask_nothing_while_it_is_disabled()
    {
        var (from, until) = story.Disabled;

        (until - from).ShouldBeGreaterThan(TimeSpan.FromSeconds(1));
        story.World.Brand.Joor.Ledger().Requests.ShouldNotContain(request => request.AccountId == ManagedBrands.V2Account && request.ReceivedAt > from && request.ReceivedAt < until);
    }

    [Fact]
    public void Should_never_be_told_that_it_asks_too_much()
    {
        story.World.Brand.Joor.Ledger().Requests.ShouldNotContain(request => request.Status == 429);
    }

    [Fact]
    public async Task Should_show_no_secret_anywhere()
    {
        var secrets = StorySecrets.All.Concat(story.World.IssuedTokens).Distinct().ToList();
        secrets.Count.ShouldBeGreaterThanOrEqualTo(StorySecrets.All.Count + 4, "an access and a refresh token of the old user and of the new one");
        var scan = new SecretScan(secrets);
        // What is no secret is found everywhere, so everything was looked through.
        var control = new SecretScan(ManagedBrands.V2NewName);
        var bus = await story.World.Bus.TakeAllAsync();

        foreach (var one in new[] { scan, control })
        {
            for (var host = 0; host < story.World.Hosts.Count; host++)
                one.In($"log of host {host}", story.World.Hosts[host].Log.All);
            one.In("bus", bus).In("HTTP answer", story.World.HttpAnswers).In("verb", story.World.Said).In("warehouse", story.World.Brand.WarehouseLog.All);
            await one.InDatabaseAsync(story.World.Brand.Database);
        }

        scan.Found.ShouldBeEmpty();
        scan.Scanned.ShouldBeGreaterThan(100_000);
        foreach (var place in (string[])["log of host 0", "log of host 1", "bus", "HTTP answer", "verb", "table "])
            control.Found.ShouldContain(found => found.StartsWith(place, StringComparison.Ordinal));
    }
}
