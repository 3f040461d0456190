using System.Net;
using System.Text.Json;

namespace JoorBus.Simulators.Tests.Joor.V2;

public sealed class When_a_bulk_job_is_started
{
    private const string Styles = """
        {"bulk_styles":{"style":[{"style_name":"One","style_number":"1","style_identifier":"1"},{"style_name":"Two","style_number":"2","style_identifier":"2"},{"style_name":"Three"}]}}
        """;

    [Fact]
    public async Task Should_wait_its_turn_and_take_effect_at_its_end()
    {
        var clock = new StandStillClock();
        await using var joor = await Joor.Start(new() { JobDuration = TimeSpan.FromMinutes(2) }, clock);

        var first = Job(await joor.Write(HttpMethod.Post, "/bulk-style", Styles), "styles");
        var second = Job(await joor.Write(HttpMethod.Put, "/bulk-style", Styles), "styles");
        (first, second).ShouldBe(((1, "queued", 0), (2, "queued", 0)));

        clock.Advance(TimeSpan.FromMinutes(1));
        Job(await joor.Read("/bulk-style/1"), "styles").ShouldBe((1, "started", 1));
        joor.Account.Styles.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromMinutes(1));
        Job(await joor.Read("/bulk-style/1"), "styles").ShouldBe((1, "finished", 3));
        Job(await joor.Read("/bulk-style/2"), "styles").ShouldBe((2, "queued", 0));

        joor.Account.Styles.Select(style => style.Name).ShouldBe(["One", "Two"]);
        joor.Account.Jobs[0].Refusals.ShouldBe(["style_number is required"]);
    }

    [Fact]
    public async Task Should_merge_customers_by_their_code()
    {
        await using var joor = await Joor.Start();

        await joor.Write(HttpMethod.Post, "/bulk-connection", """
            {"bulk_connections":{"connection":[{"customer_code":"C0001","customer_alias":"Corvane"},{"customer_code":"N1","customer_name":"New shop"}]}}
            """);

        Job(await joor.Read("/bulk-connection/1"), "connections").ShouldBe((1, "finished", 2));
        joor.Account.Customers.Select(customer => customer.Name).ShouldBe(["Maison Corvane", "New shop"]);
        await joor.Write(HttpMethod.Get, "/bulk-style/1", "", HttpStatusCode.NotFound);
    }

    private static (int Id, string Status, int Progress) Job(JsonElement answer, string kind)
    {
        var job = answer.GetProperty($"bulk_{kind}").GetProperty($"bulk_{kind}_jobs")[0];
        return (job.GetProperty($"bulk_{kind}_job_id").GetInt32(), job.GetProperty("status").GetString()!, job.GetProperty($"{kind[..^1]}_record_progress").GetInt32());
    }
}
