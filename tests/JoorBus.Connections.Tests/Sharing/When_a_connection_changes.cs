using JoorBus.Joor;
using static JoorBus.Connections.Tests.Sharing.Asking;

namespace JoorBus.Connections.Tests.Sharing;

public sealed class When_a_connection_changes : IAsyncLifetime
{
    private Copies _copies = null!;

    public async Task InitializeAsync() => _copies = await Copies.StartAsync();

    public Task DisposeAsync() => _copies.DisposeAsync().AsTask();

    [Fact]
    public async Task Should_refuse_what_would_go_out_with_old_settings()
    {
        await _copies.ReviseAsync("c", 2);

        (await _copies.One.AskAsync(Request(revision: 1))).ShouldBeOfType<JoorPermitAnswer.Outdated>();
        (await _copies.One.AskAsync(Request(revision: 2))).ShouldBeOfType<JoorPermitAnswer.Granted>().CreditsLeft.ShouldBe(9);
    }

    [Fact]
    public async Task Should_wait_until_requests_with_old_settings_have_ended()
    {
        await _copies.ReviseAsync("c", 1);
        var permit = await _copies.Other.GetAsync(Request(revision: 1, group: "lender"));
        await _copies.ReviseAsync("c", 2);

        (await _copies.One.WaitUntilDrainedAsync("c", 2, TimeSpan.Zero, CancellationToken.None)).ShouldBe(1);
        var drained = _copies.One.WaitUntilDrainedAsync("c", 2, Long, CancellationToken.None);
        await permit.AnsweredAsync();

        (await drained).ShouldBe(0);
    }

    [Fact]
    public async Task Should_wait_for_no_other_connection_and_no_newer_request()
    {
        await _copies.One.GetAsync(Request(revision: 2));
        await _copies.One.GetAsync(Request(connection: "d", revision: 1));

        (await _copies.Other.WaitUntilDrainedAsync("c", 2, TimeSpan.Zero, CancellationToken.None)).ShouldBe(0);
    }

    [Fact]
    public async Task Should_tell_waiters_who_waited_through_the_change()
    {
        var permit = await _copies.One.GetAsync(Request(concurrency: 1, revision: 1));
        var waiting = _copies.Other.AskAsync(Request(concurrency: 1, revision: 1, patience: Long));
        await _copies.One.AreWaitingAsync(1);

        await _copies.ReviseAsync("c", 2);
        await permit.AnsweredAsync();

        (await waiting).ShouldBeOfType<JoorPermitAnswer.Outdated>();
        await _copies.One.AreWaitingAsync(0);
    }
}
