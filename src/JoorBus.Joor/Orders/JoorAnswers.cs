namespace JoorBus.Joor;

/// <summary>The same outcome of another type.</summary>
internal static class JoorAnswers
{
    public static JoorAnswer<TOther> As<T, TOther>(this JoorAnswer<T> answer, Func<T, TOther> convert) => answer is JoorAnswer<T>.Accepted(var value, var left)
        ? new JoorAnswer<TOther>.Accepted(convert(value), left) { Where = answer.Where, LogId = answer.LogId, CountedAccount = answer.CountedAccount }
        : answer.Of<TOther>();

    /// <summary>The one order that was asked for; an empty page is NotFound.</summary>
    public static JoorAnswer<JoorOrderReading> Only(this JoorAnswer<JoorOrderPage> answer) => answer is JoorAnswer<JoorOrderPage>.Accepted { Value.Orders: [] }
        ? new JoorAnswer<JoorOrderReading>.NotFound { Where = answer.Where, LogId = answer.LogId, CountedAccount = answer.CountedAccount }
        : answer.As(page => page.Orders[0]);
}
