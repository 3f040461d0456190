using MassTransit;
using MassTransit.RetryPolicies;

namespace JoorBus.Messaging.Failing;

/// <summary>Joins <see cref="FailurePolicy"/> to MassTransit's retry middleware.</summary>
internal sealed class FailureRetryPolicy : IRetryPolicy
{
    public bool IsHandled(Exception exception) => FailurePolicy.Decide(FailureClassifier.KindOf(exception), attempt: 1) is FailureDecision.RetryNow;

    public RetryPolicyContext<T> CreatePolicyContext<T>(T context)
        where T : class, PipeContext =>
        new PolicyContext<T>(this, context);

    public void Probe(ProbeContext context) => context.Add("policy", "by failure kind");

    private static TimeSpan? DelayOf(Exception exception, int attempt) =>
        FailurePolicy.Decide(FailureClassifier.KindOf(exception), attempt) is FailureDecision.RetryNow retry ? retry.Delay : null;

    private sealed class PolicyContext<T>(FailureRetryPolicy policy, T context) : BaseRetryPolicyContext<T>(policy, context)
        where T : class, PipeContext
    {
        protected override RetryContext<T> CreateRetryContext(Exception exception, CancellationToken cancellationToken) =>
            new Attempt<T>(Context, exception, 0, cancellationToken);
    }

    private sealed class Attempt<T>(T context, Exception exception, int retryCount, CancellationToken cancellationToken)
        : BaseRetryContext<T>(context, exception, retryCount, cancellationToken), RetryContext<T>
        where T : class, PipeContext
    {
        public override TimeSpan? Delay => DelayOf(Exception, RetryAttempt);

        public bool CanRetry(Exception exception, out RetryContext<T> retryContext)
        {
            retryContext = new Attempt<T>(Context, exception, RetryCount + 1, CancellationToken);
            return !CancellationToken.IsCancellationRequested && DelayOf(exception, RetryAttempt + 1) is not null;
        }
    }
}
