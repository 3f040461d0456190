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

    private static TimeSpan? DelayOf(FailureKind kind, Failures failures) =>
        FailurePolicy.Decide(kind, failures.Of(kind)) is FailureDecision.RetryNow retry ? retry.Delay : null;

    // However often the database was away, a message has all its attempts once it is back.
    private readonly record struct Failures(int WhileUnavailable, int Others)
    {
        public int Of(FailureKind kind) => kind == FailureKind.Unavailable ? WhileUnavailable : Others;

        public Failures With(FailureKind kind) =>
            kind == FailureKind.Unavailable ? this with { WhileUnavailable = WhileUnavailable + 1 } : new Failures(0, Others + 1);
    }

    private sealed class PolicyContext<T>(FailureRetryPolicy policy, T context) : BaseRetryPolicyContext<T>(policy, context)
        where T : class, PipeContext
    {
        protected override RetryContext<T> CreateRetryContext(Exception exception, CancellationToken cancellationToken) =>
            new Attempt<T>(Context, exception, 0, default(Failures).With(FailureClassifier.KindOf(exception)), cancellationToken);
    }

    private sealed class Attempt<T>(T context, Exception exception, int retryCount, Failures failures, CancellationToken cancellationToken)
        : BaseRetryContext<T>(context, exception, retryCount, cancellationToken), RetryContext<T>
        where T : class, PipeContext
    {
        public override TimeSpan? Delay => DelayOf(FailureClassifier.KindOf(Exception), failures);

        public bool CanRetry(Exception exception, out RetryContext<T> retryContext)
        {
            var kind = FailureClassifier.KindOf(exception);
            var next = failures.With(kind);
            retryContext = new Attempt<T>(Context, exception, RetryCount + 1, next, CancellationToken);
            return !CancellationToken.IsCancellationRequested && DelayOf(kind, next) is not null;
        }
    }
}
