using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using JoorBus.Contracts.Orders;
using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor;

public sealed class When_the_simulator_is_controlled_over_http : IAsyncLifetime
{
    private Joor _joor = null!;

    public async Task InitializeAsync() => _joor = await Joor.Start(new() { Tokens = ["simulator-token", "second"] });

    [Fact]
    public async Task Should_add_amend_and_cancel_orders()
    {
        var ids = await Post<string[]>("orders?count=3");
        await Post("orders/" + ids[0] + "/amend");
        await Post("orders/" + ids[1] + "/cancel");
        await Post<string[]>("orders?account=1");

        var ledger = await _joor.Control.GetFromJsonAsync<JoorLedger>("ledger", JsonSerializerOptions.Web);

        ledger!.Accounts[0].Orders.Select(order => order.Revisions).ShouldBe([2, 1, 1]);
        ledger.Accounts[0].Expected.Select(order => order.OrderId).ShouldBe([ids[0], ids[2]]);
        ledger.Accounts[1].Orders.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_give_the_same_ledger_as_in_code()
    {
        _joor.Orders.AddApproved(2);
        await _joor.Read("/order");

        var ledger = await _joor.Control.GetFromJsonAsync<JoorLedger>("ledger", JsonSerializerOptions.Web);

        JsonSerializer.Serialize(ledger).ShouldBe(JsonSerializer.Serialize(_joor.Simulator.Ledger()));
    }

    [Fact]
    public async Task Should_add_faults_and_broken_orders()
    {
        using var fault = await _joor.Control.PostAsJsonAsync("faults", new JoorFault { Kind = JoorFaultKind.ServerError });
        fault.EnsureSuccessStatusCode();
        using var raw = new StringContent("""{"order_id":"text"}""", Encoding.UTF8, "application/json");
        using var added = await _joor.Control.PostAsync("orders/raw", raw);
        added.EnsureSuccessStatusCode();

        using var first = await _joor.Send("/order?sync=0");
        first.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await _joor.ReadIds("/order?sync=0")).ShouldBe(["text"]);

        var requests = await _joor.Control.GetFromJsonAsync<JoorRequest[]>("requests?after=1", JsonSerializerOptions.Web);
        requests!.Single().Status.ShouldBe(200);
        _joor.Orders.Snapshot().Orders.Single().IsImportable.ShouldBeFalse();
    }

    [Fact]
    public async Task Should_say_what_was_wrong()
    {
        using var unknown = await _joor.Control.PostAsync("orders/1/cancel", null);

        unknown.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await unknown.Content.ReadAsStringAsync()).ShouldContain("There is no order 1");
    }

    [Fact]
    public async Task Should_approve_a_pending_order()
    {
        var id = _joor.Orders.AddOrder(_joor.Orders.Generate(JoorOrderStatus.Pending));
        (await _joor.ReadIds("/order?sync=0")).ShouldBeEmpty();

        await Post($"orders/{id}/approve");

        (await _joor.ReadIds("/order?sync=0")).ShouldBe([id]);
    }

    [Fact]
    public async Task Should_replace_a_token_and_show_the_items()
    {
        using var replaced = await _joor.Control.PostAsJsonAsync("tokens/replace", new { old = "second", @new = "third" });
        replaced.EnsureSuccessStatusCode();

        _joor.Authorization = Joor.OAuth2("third");
        await _joor.Read("/order?sync=0");
        _joor.Simulator.Ledger().LastCredentialOf("1002")!.Ordinal.ShouldBe(1);
        (await _joor.Control.GetFromJsonAsync<JoorSkuEntry[]>("skus?account=1002", JsonSerializerOptions.Web))!.Length.ShouldBe(250);
    }

    public async Task DisposeAsync() => await _joor.DisposeAsync();

    private async Task Post(string path)
    {
        using var answer = await _joor.Control.PostAsync(path, null);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<T> Post<T>(string path)
    {
        using var answer = await _joor.Control.PostAsync(path, null);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<T>())!;
    }
}
