using System.Net;
using System.Net.Sockets;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_an_attempt_fails
{
    private const string Whole = "{}";

    public enum Fault
    {
        Reset,
        Closed,
        CutOff,
        ServerError,
        Refused,
        Throttled,
        NoPort,
    }

    /// <summary>How many requests reach JOOR when all of them end this way; 2 repeats are allowed.</summary>
    public static TheoryData<string, Fault, int> Table()
    {
        var table = new TheoryData<string, Fault, int>();
        foreach (var kind in Enum.GetValues<JoorRequestKind>())
        {
            var isRepeated = kind is JoorRequestKind.Read or JoorRequestKind.RepeatableWrite;
            foreach (var fault in Enum.GetValues<Fault>().Where(fault => fault != Fault.NoPort))
                table.Add(kind.ToString(), fault, isRepeated && fault is not (Fault.Refused or Fault.Throttled) ? 3 : 1);
        }
        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Should_repeat_only_what_is_safe(string kindName, Fault fault, int requests)
    {
        var kind = Enum.Parse<JoorRequestKind>(kindName);
        await using var joor = new JoorStandIn(Answer(fault));
        await using var gateway = new Gateway(joor.Url);

        var answer = await gateway.SendAsync(kind);

        joor.Requests.Count.ShouldBe(requests);
        gateway.Limits.Ends.Count.ShouldBe(requests);
        answer.CreditsSpent.ShouldBe(requests * (kind is JoorRequestKind.Read or JoorRequestKind.MarkingRead ? 1 : 5));
        answer.GetType().Name.ShouldBe(fault switch { Fault.ServerError => "Failed", Fault.Refused => "Refused", Fault.Throttled => "Throttled", _ => "OutcomeUnknown" });
    }

    [Theory]
    [InlineData(nameof(JoorRequestKind.Read), 3)]
    [InlineData(nameof(JoorRequestKind.RepeatableWrite), 3)]
    [InlineData(nameof(JoorRequestKind.Write), 3)]
    [InlineData(nameof(JoorRequestKind.Upload), 3)]
    [InlineData(nameof(JoorRequestKind.MarkingRead), 1)]
    public async Task Should_try_again_and_spend_nothing_when_surely_never_sent(string kindName, int attempts)
    {
        var kind = Enum.Parse<JoorRequestKind>(kindName);
        var joor = new JoorStandIn(Answers.Closed());
        var url = joor.Url;
        await joor.DisposeAsync();
        await using var gateway = new Gateway(url);

        var answer = (await gateway.SendAsync(kind)).ShouldBeOfType<JoorAnswer<string>.Unreachable>();

        answer.Obstacle.ShouldBe(JoorObstacle.Network);
        answer.CreditsSpent.ShouldBe(0);
        gateway.Limits.Ends.Count.ShouldBe(attempts);
        gateway.Limits.Ends.ShouldAllBe(end => end.IsNeverSent && !end.IsAnswered);
        gateway.Log.Lines[0].ShouldContain($"Unreachable, status 0, after {attempts} attempt(s), 0 credits spent, 300 left");
    }

    [Theory]
    [InlineData(nameof(JoorRequestKind.Read), 1)]
    [InlineData(nameof(JoorRequestKind.MarkingRead), 1)]
    [InlineData(nameof(JoorRequestKind.Write), 1)]
    [InlineData(nameof(JoorRequestKind.RepeatableWrite), 2)]
    public async Task Should_repeat_after_a_time_out_only_what_sets_absolute_values(string kindName, int requests)
    {
        var kind = Enum.Parse<JoorRequestKind>(kindName);
        await using var joor = new JoorStandIn(Answers.Silent(), Answers.Json(Whole));
        await using var gateway = new Gateway(joor.Url);

        var sending = gateway.SendAsync(kind);
        await joor.ReceivedAsync();
        gateway.Clock.Advance(TimeSpan.FromSeconds(30));
        var answer = await sending;

        answer.GetType().Name.ShouldBe(requests == 2 ? "Accepted" : "OutcomeUnknown");
        joor.Requests.Count.ShouldBe(requests);
        gateway.Limits.Ends[0].ShouldSatisfyAllConditions(end => end.IsNeverSent.ShouldBeFalse(), end => end.IsAnswered.ShouldBeFalse());
    }

    [Fact]
    public async Task Should_tell_the_time_in_all_from_the_time_of_an_attempt()
    {
        await using var joor = new JoorStandIn(Answers.Silent());
        await using var gateway = new Gateway(joor.Url, options => (options.RequestTimeout, options.TotalTimeout) = (TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(40)));

        var sending = gateway.SendAsync(JoorRequestKind.RepeatableWrite);
        await joor.ReceivedAsync();
        gateway.Clock.Advance(TimeSpan.FromSeconds(30));
        await joor.ReceivedAsync();
        gateway.Clock.Advance(TimeSpan.FromSeconds(10));
        var answer = (await sending).ShouldBeOfType<JoorAnswer<string>.OutcomeUnknown>();

        answer.Reason.ShouldBe("no whole answer before the request's time of 40 s in all was over (TotalTimeout)");
        joor.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_know_that_nothing_was_sent_when_time_ran_out_while_connecting()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        await using var gateway = new Gateway($"https://localhost:{((IPEndPoint)mute.LocalEndpoint).Port}/v2", options => options.TotalTimeout = options.RequestTimeout);

        var sending = gateway.SendAsync(JoorRequestKind.Write);
        using var handshaking = await mute.AcceptSocketAsync();
        gateway.Clock.Advance(TimeSpan.FromSeconds(30));
        var answer = (await sending).ShouldBeOfType<JoorAnswer<string>.Unreachable>();

        answer.Reason.ShouldBe("no connection was made: no whole answer within 30 s (RequestTimeout)");
        answer.CreditsSpent.ShouldBe(0);
        gateway.Limits.Ends.ShouldHaveSingleItem().IsNeverSent.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_give_uploads_more_time()
    {
        await using var joor = new JoorStandIn(Answers.Silent());
        await using var gateway = new Gateway(joor.Url);

        var sending = gateway.SendAsync(JoorRequestKind.Upload);
        await joor.ReceivedAsync();
        gateway.Clock.Advance(TimeSpan.FromSeconds(119));
        sending.IsCompleted.ShouldBeFalse();
        gateway.Clock.Advance(TimeSpan.FromSeconds(1));

        (await sending).ShouldBeOfType<JoorAnswer<string>.OutcomeUnknown>();
    }

    [Fact]
    public async Task Should_give_the_permit_back_when_the_caller_cancels()
    {
        await using var joor = new JoorStandIn(Answers.Silent());
        await using var gateway = new Gateway(joor.Url);
        using var cancel = new CancellationTokenSource();

        var sending = gateway.SendAsync(Gateway.Request(JoorRequestKind.Write), cancel.Token);
        await joor.ReceivedAsync();
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(sending);
        gateway.Limits.Ends.ShouldHaveSingleItem().IsNeverSent.ShouldBeFalse();
    }

    [Fact]
    public async Task Should_tell_the_limits_what_an_answer_revealed()
    {
        await using var joor = new JoorStandIn(Answers.Status(200, Whole, "X-Throttling-Account-Id: 4711\r\n"));
        await using var gateway = new Gateway(joor.Url);

        var answer = await gateway.SendAsync();

        answer.CountedAccount.ShouldBe("4711");
        gateway.Limits.Ends.ShouldHaveSingleItem().ShouldBe(new JoorPermitEnd { IsAnswered = true, RevealedAccount = "4711" });
    }

    private static Func<Stream, Socket, Task> Answer(Fault fault) => fault switch
    {
        Fault.Reset => Answers.Reset(),
        Fault.Closed => Answers.Closed(),
        Fault.CutOff => Answers.CutOff("{", 500),
        Fault.ServerError => Answers.Status(503),
        Fault.Refused => Answers.Status(422),
        _ => Answers.Status(429),
    };
}
