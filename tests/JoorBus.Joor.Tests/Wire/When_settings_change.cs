using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_settings_change
{
    [Fact]
    public async Task Should_use_the_new_secret_where_the_permit_says_the_old_is_outdated()
    {
        await using var joor = new JoorStandIn(Answers.Json("{}"));
        await using var gateway = new Gateway(joor.Url);
        gateway.Connections.Stored = new JoorConnectionOptions { Name = "acme", Token = "new-token", BaseUrl = joor.Url, Revision = 8 };
        gateway.Limits.Script.Enqueue(new JoorPermitAnswer.Outdated());

        (await gateway.SendAsync()).ShouldBeOfType<JoorAnswer<string>.Accepted>();

        gateway.Limits.Asked.Select(asked => asked.Revision).ShouldBe([0, 8]);
        joor.Requests.ShouldHaveSingleItem().ShouldContain($"Authorization: OAuth2 {Convert.ToBase64String("new-token"u8)}\r\n");
    }

    [Fact]
    public async Task Should_send_nothing_for_a_connection_that_is_gone()
    {
        await using var joor = new JoorStandIn(Answers.Json("{}"));
        await using var gateway = new Gateway(joor.Url);
        gateway.Connections.Stored = null;
        gateway.Limits.Script.Enqueue(new JoorPermitAnswer.Outdated());

        var answer = (await gateway.SendAsync()).ShouldBeOfType<JoorAnswer<string>.Unreachable>();
        await gateway.SendAsync();

        answer.Explain().ShouldBe("GET /thing/7 of connection 'acme': not sent, JOOR cannot be reached: there is no such connection, or it is disabled; see joorbus connections list.");
        joor.Requests.ShouldBeEmpty();
        gateway.Limits.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_give_up_when_they_change_faster_than_permits_come()
    {
        await using var joor = new JoorStandIn(Answers.Json("{}"));
        await using var gateway = new Gateway(joor.Url);
        for (var i = 0; i < 20; i++)
            gateway.Limits.Script.Enqueue(new JoorPermitAnswer.Outdated());

        (await gateway.SendAsync()).ShouldBeOfType<JoorAnswer<string>.Unreachable>().Obstacle.ShouldBe(JoorObstacle.Settings);

        joor.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_ask_for_the_lenders_slots()
    {
        await using var joor = new JoorStandIn(Answers.Json("{}"));
        await using var gateway = new Gateway(joor.Url, options => (options.BorrowConcurrencyFrom, options.Concurrency, options.AccountId) = ("Lender Renamed", 3, "77"));
        gateway.Connections.Others.Add(new JoorConnectionOptions { Name = "Lender Renamed", Key = "lender", Concurrency = 7 });

        await gateway.SendAsync(JoorRequestKind.Write);

        gateway.Limits.Asked.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            asked => (asked.Group, asked.Concurrency).ShouldBe(("lender", 7)),
            asked => (asked.Connection, asked.Account).ShouldBe(("acme", "77")),
            asked => (asked.Credits, asked.Endpoint).ShouldBe((5, "v2 POST /thing")),
            asked => (asked.Priority, asked.Patience).ShouldBe((JoorPriority.Products, TimeSpan.FromSeconds(30))));
    }

    [Fact]
    public async Task Should_wait_little_for_reading_orders_and_not_take_turns_where_told_so()
    {
        await using var joor = new JoorStandIn(Answers.Json(Answers.NoOrders));
        await using var gateway = new Gateway(joor.Url, options => options.OneAtATime = false);

        await gateway.ReadAsync();

        gateway.Limits.Asked.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            asked => asked.Endpoint.ShouldBeNull(), asked => asked.Credits.ShouldBe(1), asked => asked.Patience.ShouldBe(TimeSpan.FromSeconds(10)));
    }
}
