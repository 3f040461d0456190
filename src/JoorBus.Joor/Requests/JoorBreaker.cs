using System.Globalization;
using Polly;
using Polly.CircuitBreaker;

namespace JoorBus.Joor;

/// <summary>Stops one connection's requests for a while when hardly any gets through. What JOOR refuses or throttles is no failure.</summary>
internal sealed class JoorBreaker
{
    private const double FailureShare = 0.8;

    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline<JoorAttempt> _pipeline;
    private DateTimeOffset _shutUntil = DateTimeOffset.MinValue;
    private volatile string? _cause;

    public JoorBreaker(JoorOptions options, TimeProvider clock)
    {
        _clock = clock;
        _pipeline = new ResiliencePipelineBuilder<JoorAttempt> { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<JoorAttempt>
            {
                FailureRatio = FailureShare,
                MinimumThroughput = options.BreakerFailures,
                SamplingDuration = options.BreakerWindow,
                BreakDuration = options.BreakerDuration,
                ShouldHandle = static attempt => ValueTask.FromResult(attempt.Outcome.Result is { } ended && JoorRepeatRules.IsFailure(ended.End)),
                OnOpened = opened =>
                {
                    _shutUntil = clock.GetUtcNow() + opened.BreakDuration;
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    /// <summary>The end of the pause when one is on: asked before a slot is taken.</summary>
    public JoorAttempt<T>? Held<T>() => _clock.GetUtcNow() < _shutUntil ? Pause<T>() : null;

    public async ValueTask<JoorAttempt<T>> RunAsync<T, TState>(Func<TState, CancellationToken, Task<JoorAttempt<T>>> send, TState state, CancellationToken cancellationToken)
    {
        try
        {
            return (JoorAttempt<T>)await _pipeline.ExecuteAsync(
                static async (call, token) => call.Breaker.Noted(await call.Send(call.State, token)), (Breaker: this, Send: send, State: state), cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            return Pause<T>();
        }
    }

    // Before the pipeline counts it, so that a pause knows its cause.
    private JoorAttempt Noted(JoorAttempt attempt)
    {
        if (JoorRepeatRules.IsFailure(attempt.End))
            _cause = attempt.Cause;
        return attempt;
    }

    // With the cause: whoever looks during the pause sees no other fault.
    private JoorAttempt<T> Pause<T>() => new(
        new JoorAnswer<T>.Unreachable($"the last requests of this connection failed{Until()}; {_cause}", JoorObstacle.Pause), JoorAttemptEnd.Held);

    private string Until() => _clock.GetUtcNow() >= _shutUntil
        ? ", and one is trying just now; the others wait for how it ends"
        : $", so none is sent until {_shutUntil.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}, then one tries";
}
