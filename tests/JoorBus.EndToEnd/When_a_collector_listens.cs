using JoorBus.EndToEnd.World;
using JoorBus.Messaging;
using JoorBus.TestKit;

namespace JoorBus.EndToEnd;

public sealed class When_a_collector_listens
{
    [Fact]
    public async Task Should_be_told_of_messages_requests_and_the_database_and_of_no_secret()
    {
        await using var collector = await Collector.StartAsync();
        await using var brand = await Brand.OpenAsync(BusTransport.Memory);
        brand.Settings = brand.Settings with { Otlp = collector.Address };
        brand.Joor.Orders.AddApproved(1);
        await using (var host = await brand.StartHostAsync())
        {
            await brand.StartWarehouseAsync();
            await Eventually.ReadsAsync(() => host.ListAsync("--state", "accepted"), rows => rows.Count == 1, "the order is accepted");
        }

        var (traces, metrics) = (collector.TakenBy("TraceService"), collector.TakenBy("MetricsService"));
        traces.ShouldContain("orders-translate receive");
        traces.ShouldContain("System.Net.Http");
        // MassTransit's own are those of a process's first host, which was not this one.
        metrics.ShouldContain("db.client.");
        metrics.ShouldContain("http.client.");
        metrics.ShouldContain("dotnet.gc.");
        $"{traces}{metrics}".ShouldNotContain(Brand.Token);
    }
}
