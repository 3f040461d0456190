namespace JoorBus.Joor;

/// <summary>JOOR's limits, shared by all copies: credits per account and window, concurrency per connection, one request at a time per endpoint.</summary>
public interface IJoorLimits
{
    /// <summary>
    /// Waits in order (priority, then arrival) until the request may go out, at most <see cref="JoorPermitRequest.Patience"/>.
    /// Cancelling gives the place up.
    /// </summary>
    Task<JoorPermitAnswer> EnterAsync(JoorPermitRequest request, CancellationToken cancellationToken);
}
