using System.Globalization;
using JoorBus.Asking;
using Spectre.Console;

namespace JoorBus.Commands;

/// <summary>Follows pushing until nothing waits any more: a bar on a terminal, lines elsewhere.</summary>
internal static class PushWatch
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    // An error that stays this long will not go away by waiting a little more.
    private const int RoundsOfError = 30;

    public static async Task<int> RunAsync(TextWriter error, string title, Func<CancellationToken, Task<WatchedPush>> look, TimeSpan patience, CancellationToken cancellationToken)
    {
        var screen = Screen.On(error);
        if (!screen.Profile.Out.IsTerminal)
            return await FollowAsync(error, push => error.WriteLine(Line(title, push)), look, patience, cancellationToken);
        return await screen.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).StartAsync(context =>
        {
            var bar = context.AddTask(Markup.Escape(title), maxValue: 1);
            return FollowAsync(
                error,
                push =>
                {
                    bar.MaxValue = Math.Max(Math.Max(bar.MaxValue, push.Left), 1);
                    bar.Value = push.IsDone ? bar.MaxValue : bar.MaxValue - push.Left;
                    bar.Description = Markup.Escape(Line(title, push));
                },
                look,
                patience,
                cancellationToken);
        });
    }

    private static async Task<int> FollowAsync(
        TextWriter error, Action<WatchedPush> show, Func<CancellationToken, Task<WatchedPush>> look, TimeSpan patience, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        var end = clock.GetUtcNow() + patience;
        WatchedPush? shown = null;
        var failing = 0;
        while (true)
        {
            var push = await look(cancellationToken);
            if (push != shown)
                show(push);
            shown = push;
            if (push.IsDone)
                return ExitCode.Done;
            failing = push.Error is null ? 0 : failing + 1;
            if (push.IsLost || failing >= RoundsOfError)
            {
                await error.WriteLineAsync(push.Error);
                return ExitCode.Failed;
            }

            if (clock.GetUtcNow() > end)
            {
                await error.WriteLineAsync("It goes on without this command; see it with: joorbus inventory status, joorbus products status");
                return ExitCode.Failed;
            }

            await Task.Delay(Between, clock, cancellationToken);
        }
    }

    private static string Line(string title, WatchedPush push) =>
        push.IsDone ? $"{title}: done{(push.Refused == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {push.Refused:N0} refused, see {push.SeeRefused}"))}" : $"{title}: {push.Left.ToString("N0", CultureInfo.InvariantCulture)} wait{(push.Note is null ? "" : $"; {push.Note}")}{(push.Error is null ? "" : $"; {push.Error}")}";
}

/// <summary>How far pushing is.</summary>
/// <param name="Left">What still waits.</param>
/// <param name="IsDone">Nothing waits, and nothing asked for is open.</param>
/// <param name="Note">What it is about.</param>
/// <param name="Error">Why nothing goes on.</param>
internal sealed record WatchedPush(long Left, bool IsDone, string? Note = null, string? Error = null)
{
    /// <summary>What JOOR refused, now or earlier.</summary>
    public long Refused { get; init; }

    /// <summary>The command that lists it.</summary>
    public string? SeeRefused { get; init; }

    /// <summary>The server could not be asked.</summary>
    public bool IsLost { get; init; }

    public static WatchedPush Of(ServerAnswer answer, Func<string, WatchedPush> read) => answer switch
    {
        ServerAnswer.Answered(var text) => read(text),
        ServerAnswer.Failed(var sentence) => new WatchedPush(0, false, Error: sentence) { IsLost = true },
        _ => throw new InvalidOperationException($"{answer.GetType().Name} is not an answer this version knows"),
    };
}
