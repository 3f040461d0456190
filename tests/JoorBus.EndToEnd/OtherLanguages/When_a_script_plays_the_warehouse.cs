using JoorBus.EndToEnd.World;
using JoorBus.TestKit;

namespace JoorBus.EndToEnd.OtherLanguages;

public sealed class When_a_script_plays_the_warehouse
{
    [Fact]
    public async Task Should_see_its_plain_answers_accepted()
    {
        await using var brand = await Brand.OpenAsync();
        var host = await brand.StartHostAsync();
        var ids = brand.Joor.Orders.AddApproved(50);
        await using var _ = await PythonScript.StartAsync("play_wms.py", brand.Broker);

        var accepted = await Eventually.ReadsAsync(() => host.ListAsync("--state", "accepted"), rows => rows.Count == 50, "all are accepted");
        accepted.ShouldAllBe(order => order.WmsOrderId!.StartsWith("PY-", StringComparison.Ordinal));

        brand.Joor.Orders.Amend(ids[0]);
        brand.Joor.Orders.Cancel(ids[1]);
        await Eventually.ReadsAsync(() => host.ShowAsync(ids[0]), detail => detail?.Facts?.AcceptedRevision == 2, "the amendment is accepted");
        await host.ShowOnceAsync(ids[1], "Cancelled");
    }
}
