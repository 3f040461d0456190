using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace JoorBus.Joor;

/// <summary>One pipeline per kind of request: repeats what is safe to repeat, with growing waits.</summary>
internal sealed class JoorRepeats
{
    private readonly Lock _gate = new();
    private readonly Random _jitter;
    private readonly ResiliencePipeline<JoorAttempt>[] _pipelines;

    public JoorRepeats(IOptions<JoorOptions> options, TimeProvider clock)
    {
        _jitter = new Random(options.Value.JitterSeed);
        _pipelines = [.. Enum.GetValues<JoorRequestKind>().Select(kind => Build(kind, options.Value, clock))];
    }

    public ResiliencePipeline<JoorAttempt> For(JoorRequestKind kind) => _pipelines[(int)kind];

    private ResiliencePipeline<JoorAttempt> Build(JoorRequestKind kind, JoorOptions options, TimeProvider clock) =>
        new ResiliencePipelineBuilder<JoorAttempt> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<JoorAttempt>
            {
                MaxRetryAttempts = options.Repeats,
                Delay = options.RepeatDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = Jitter,
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is { IsLast: false } ended && JoorRepeatRules.MayRepeat(kind, ended.End)),
            })
            .Build();

    private double Jitter()
    {
        lock (_gate)
            return _jitter.NextDouble();
    }
}
