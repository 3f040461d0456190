using System.Text;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_a_bulk_job_is_awaited
{
    [Fact]
    public async Task Should_look_again_and_again_until_it_is_finished()
    {
        await using var joor = await AnsweringServer.StartAsync();
        joor.Answer = _ => (200, "application/json", Job(joor.Requests.Count));
        await using var gateway = joor.Gateway();
        var seen = new Seen();

        var clock = new WaitlessClock();

        var answer = await new JoorBulkStyles(gateway.Client.Door, clock).WaitAsync("4", TimeSpan.FromSeconds(5), seen, default);

        answer.ShouldBeOfType<JoorAnswer<JoorJob>.Accepted>().Value.IsFinished.ShouldBeTrue();
        clock.Waits.ShouldBe([TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5)]);
        seen.Progress.ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task Should_stop_when_JOOR_does_not_know_it()
    {
        await using var joor = await AnsweringServer.StartAsync("""{"response":{"code":1,"comment":"No such job"}}""", 404);
        await using var gateway = joor.Gateway();

        (await gateway.Client.V2.Customers.WaitAsync("4", TimeSpan.FromSeconds(5), null, default)).ShouldBeOfType<JoorAnswer<JoorJob>.NotFound>();
    }

    private static byte[] Job(int request) => Encoding.UTF8.GetBytes(
        $$$"""{"bulk_styles":{"response":{"code":0},"bulk_styles_jobs":[{"bulk_styles_job_id":4,"status":"{{{(request < 3 ? "started" : "finished")}}}","style_record_count":2,"style_record_progress":{{{request - 1}}}}]}}""");

    private sealed class Seen : IProgress<JoorJob>
    {
        public List<int?> Progress { get; } = [];

        public void Report(JoorJob value) => Progress.Add(value.Done);
    }

    /// <summary>Every wait is over at once, and noted.</summary>
    private sealed class WaitlessClock : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
