using System.Text.Json;
using JoorBus.Hosting;
using JoorBus.TestKit;
using JoorBus.Tests.Commands;

namespace JoorBus.Tests.Connections;

public sealed class When_a_connection_is_added_while_a_host_runs
{
    [Fact]
    public async Task Should_bring_its_orders_keep_them_when_renamed_and_not_go_without_a_word()
    {
        await using var host = await BrandHost.StartAsync(HostRoles.All);
        host.Joor.Orders.AddApproved(3);

        (await host.AddAsync("acme", more: ["--poll-interval", "00:00:01"])).Code.ShouldBe(0);
        await Eventually.BecomesTrueAsync(async () => await OrdersOfAsync(host, "acme") == 3, "the orders are there");
        await host.RunAsync("set", "acme", "--rename", "Acme Europe");

        await Eventually.BecomesTrueAsync(async () => await OrdersOfAsync(host, "Acme Europe") == 3, "they go by the new name");
        (await host.RunAsync("remove", "Acme Europe")).Error.ShouldContain("'Acme Europe' has 3 orders (");
        (await host.RunAsync("remove", "Acme Europe", "--even-with", "orders")).Code.ShouldBe(0);
    }

    private static async Task<int> OrdersOfAsync(BrandHost host, string name)
    {
        var verb = await Verb.RunAsync("orders", "list", "--json", "--connection", name, "--server", host.Url);
        return JsonDocument.Parse(verb.Output).RootElement.GetArrayLength();
    }
}
