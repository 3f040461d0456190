using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace JoorBus.Joor;

/// <summary>Repeats what is safe to repeat: up to two more attempts after a lost connection or a 5xx.</summary>
internal sealed class JoorRepeats(IOptions<JoorOptions> options, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Random _jitter = new(options.Value.JitterSeed);

    public ResiliencePipeline<JoorAttempt<T>> Pipeline<T>() => new ResiliencePipelineBuilder<JoorAttempt<T>> { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions<JoorAttempt<T>>
        {
            MaxRetryAttempts = options.Value.Repeats,
            Delay = options.Value.RepeatDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Randomizer = Jitter,
            ShouldHandle = static attempt => ValueTask.FromResult(attempt.Outcome.Result?.WorthRepeating ?? false),
        })
        .Build();

    private double Jitter()
    {
        lock (_gate)
            return _jitter.NextDouble();
    }
}

/// <summary>How one attempt ended, and whether another soon may end better.</summary>
internal sealed record JoorAttempt<T>(JoorAnswer<T> Answer, int CreditsSpent, int? CreditsLeft, bool WorthRepeating = false);
