using System.Diagnostics;

namespace JoorBus.Joor;

/// <summary>The same outcome of another type.</summary>
internal static class JoorAnswers
{
    public static JoorAnswer<TOther> As<T, TOther>(this JoorAnswer<T> answer, Func<T, TOther> convert)
    {
        JoorAnswer<TOther> other = answer switch
        {
            JoorAnswer<T>.Accepted(var value, var left) => new JoorAnswer<TOther>.Accepted(convert(value), left),
            JoorAnswer<T>.Refused(var reason, var field) => new JoorAnswer<TOther>.Refused(reason, field),
            JoorAnswer<T>.Throttled(var until, var byJoor) => new JoorAnswer<TOther>.Throttled(until, byJoor),
            JoorAnswer<T>.Unauthorised(var reason) => new JoorAnswer<TOther>.Unauthorised(reason),
            JoorAnswer<T>.NotFound => new JoorAnswer<TOther>.NotFound(),
            JoorAnswer<T>.Unreachable(var reason) => new JoorAnswer<TOther>.Unreachable(reason),
            JoorAnswer<T>.OutcomeUnknown(var reason) => new JoorAnswer<TOther>.OutcomeUnknown(reason),
            JoorAnswer<T>.Failed(var status, var reason) => new JoorAnswer<TOther>.Failed(status, reason),
            JoorAnswer<T>.Unreadable(var reason, var excerpt) => new JoorAnswer<TOther>.Unreadable(reason, excerpt),
            _ => throw new UnreachableException(),
        };
        return other with { Where = answer.Where, LogId = answer.LogId };
    }
}
