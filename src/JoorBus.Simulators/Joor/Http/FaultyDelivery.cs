namespace JoorBus.Simulators.Joor;

/// <summary>Latency, fault, effect, answer: the way of a request that was let in.</summary>
internal sealed class FaultyDelivery(JoorSimulatorOptions options, JoorFaults faults, TimeProvider time)
{
    /// <param name="exchange">The request.</param>
    /// <param name="expire">Ends the access token the request came with.</param>
    /// <param name="effect">What the request does; given the draw of <see cref="JoorFaultKind.PartlyRejected"/>.</param>
    public async Task Deliver(JoorExchange exchange, Action expire, Func<byte[], Func<bool>, JoorAnswer> effect)
    {
        var fault = faults.Draw(exchange.Request.PathAndQuery);
        exchange.Request = exchange.Request with { Fault = fault?.Kind };
        var body = await ReadBody(exchange);
        if (options.Latency > TimeSpan.Zero)
            await Task.Delay(options.Latency, time, exchange.Ending);
        if (fault is { RetryAfter: { } wait, Kind: JoorFaultKind.TooManyRequests or JoorFaultKind.Unavailable or JoorFaultKind.ServerError })
            exchange.Http.Response.Headers.RetryAfter = $"{(int)Math.Ceiling(wait.TotalSeconds)}";
        if (fault?.Kind == JoorFaultKind.ExpiredToken)
            expire();
        if (InsteadOfEffect(fault, exchange) is { } instead)
            await exchange.Answer(instead);
        else if (fault?.Kind == JoorFaultKind.DropBeforeEffect)
            exchange.Drop();
        else
            await Spoil(exchange, effect(body, fault?.Kind == JoorFaultKind.PartlyRejected ? faults.IsHit : () => false), fault);
    }

    private static JoorAnswer? InsteadOfEffect(JoorFault? fault, JoorExchange exchange) => fault?.Kind switch
    {
        JoorFaultKind.ServerError => exchange.Refusal(500, "Internal error"),
        JoorFaultKind.Unavailable => exchange.Refusal(503, "Service unavailable"),
        JoorFaultKind.TooManyRequests => exchange.Refusal(429, "Too many requests"),
        JoorFaultKind.Unauthorised401 => exchange.Refusal(401, "Invalid token"),
        JoorFaultKind.ExpiredToken => exchange.Refusal(401, "Token has expired"),
        JoorFaultKind.Forbidden403 => exchange.Refusal(403, "No right to do this"),
        JoorFaultKind.HtmlPage => SpoiltAnswers.HtmlPage(),
        _ => null,
    };

    private async Task Spoil(JoorExchange exchange, JoorAnswer answer, JoorFault? fault)
    {
        exchange.Note(answer);
        switch (fault?.Kind)
        {
            case JoorFaultKind.DropAfterEffect:
                exchange.Drop();
                return;
            case JoorFaultKind.DropInAnswer:
                await exchange.BreakOff(answer);
                return;
            case JoorFaultKind.Slow:
                await exchange.AnswerLate(answer, fault.Delay, time);
                return;
            default:
                await exchange.Answer(SpoiltAnswers.Of(answer, fault?.Kind, options, faults));
                return;
        }
    }

    private static async Task<byte[]> ReadBody(JoorExchange exchange)
    {
        using var body = new MemoryStream();
        await exchange.Http.Request.Body.CopyToAsync(body, exchange.Ending);
        return body.ToArray();
    }
}
