using System.Net;
using System.Text.Json;
using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor;

public sealed class When_a_fault_is_commanded
{
    [Theory]
    [InlineData(JoorFaultKind.ServerError, HttpStatusCode.InternalServerError)]
    [InlineData(JoorFaultKind.Unavailable, HttpStatusCode.ServiceUnavailable)]
    [InlineData(JoorFaultKind.TooManyRequests, HttpStatusCode.TooManyRequests)]
    public async Task Should_answer_with_the_status_and_mark_nothing(JoorFaultKind kind, HttpStatusCode status)
    {
        await using var joor = await Joor.Start();
        joor.Orders.AddApproved(1);
        joor.Simulator.Faults.Add(new() { Kind = kind, RetryAfter = TimeSpan.FromSeconds(7) });

        using var answer = await joor.Send("/order");

        answer.StatusCode.ShouldBe(status);
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        joor.Orders.Snapshot().Orders.Single().Export.ShouldBe(JoorExportState.NotExported);
        joor.Simulator.Ledger().Overspent.ShouldBe(0);
        (await joor.ReadIds("/order?sync=0")).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(JoorFaultKind.DropBeforeEffect, JoorExportState.NotExported)]
    [InlineData(JoorFaultKind.DropAfterEffect, JoorExportState.Exported)]
    [InlineData(JoorFaultKind.DropInAnswer, JoorExportState.Exported)]
    public async Task Should_drop_the_connection_on_the_right_side_of_the_effect(JoorFaultKind kind, JoorExportState export)
    {
        await using var joor = await Joor.Start();
        joor.Orders.AddApproved(1);
        joor.Simulator.Faults.Add(new() { Kind = kind });

        await Should.ThrowAsync<HttpRequestException>(() => joor.Send("/order"));

        joor.Orders.Snapshot().Orders.Single().Export.ShouldBe(export);
        joor.Simulator.Ledger().Requests.Single().IsDropped.ShouldBeTrue();
        joor.Simulator.Ledger().Requests.Single().Fault.ShouldBe(kind);
    }

    [Theory]
    [InlineData(JoorFaultKind.CutOffJson, JoorExportState.Exported)]
    [InlineData(JoorFaultKind.Garbage, JoorExportState.Exported)]
    [InlineData(JoorFaultKind.HtmlPage, JoorExportState.NotExported)]
    public async Task Should_answer_200_with_what_is_no_JSON(JoorFaultKind kind, JoorExportState export)
    {
        await using var joor = await Joor.Start();
        joor.Orders.AddApproved(1);
        joor.Simulator.Faults.Add(new() { Kind = kind });

        using var answer = await joor.Send("/order");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await answer.Content.ReadAsByteArrayAsync();
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<JsonElement>(body));
        joor.Orders.Snapshot().Orders.Single().Export.ShouldBe(export);
    }

    [Fact]
    public async Task Should_mark_before_a_slow_answer_comes()
    {
        await using var joor = await Joor.Start();
        joor.Orders.AddApproved(1);
        joor.Simulator.Faults.Add(new() { Kind = JoorFaultKind.Slow, Delay = TimeSpan.FromMilliseconds(1) });

        (await joor.ReadIds("/order")).Count.ShouldBe(1);

        joor.Orders.Snapshot().Orders.Single().Export.ShouldBe(JoorExportState.Exported);
        joor.Simulator.Ledger().Requests.Single().Fault.ShouldBe(JoorFaultKind.Slow);
    }

    [Fact]
    public async Task Should_hit_only_what_it_names_and_as_often_as_it_says()
    {
        await using var joor = await Joor.Start();
        joor.Simulator.Faults.Add(new() { Kind = JoorFaultKind.ServerError, Matching = "sync=1", Count = 2 });

        foreach (var (query, status) in new[] { ("sync=0", 200), ("sync=1", 500), ("sync=1", 500), ("sync=1", 200) })
        {
            using var answer = await joor.Send($"/order?{query}");
            ((int)answer.StatusCode).ShouldBe(status);
        }
        joor.Simulator.Faults.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task Should_hit_the_same_requests_under_the_same_seed()
    {
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var joor = await Joor.Start(new() { Seed = 42 });
            joor.Simulator.Faults.Add(new() { Kind = JoorFaultKind.Unavailable, Count = null, Probability = 0.5 });
            for (var request = 0; request < 20; request++)
                (await joor.Send("/order?sync=0")).Dispose();
            runs.Add(string.Join(' ', joor.Simulator.Ledger().Requests.Select(request => request.Status)));
        }

        runs[0].ShouldBe(runs[1]);
        runs[0].ShouldContain("200");
        runs[0].ShouldContain("503");
    }
}
