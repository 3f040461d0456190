using Microsoft.Extensions.Logging;

namespace JoorBus.Joor;

/// <summary>Makes the reader of a connection. Readers of one factory share slots and credits.</summary>
public sealed class JoorOrderReaderFactory
{
    private readonly IHttpClientFactory _clients;
    private readonly IJoorCredits _credits;
    private readonly JoorSlots _slots;
    private readonly JoorRepeats _repeats;
    private readonly TimeProvider _clock;
    private readonly ILoggerFactory _loggers;
    private readonly JoorOptions _options;

    internal JoorOrderReaderFactory(
        IHttpClientFactory clients, IJoorCredits credits, JoorSlots slots, JoorRepeats repeats, JoorOptions options, TimeProvider clock, ILoggerFactory loggers) =>
        (_clients, _credits, _slots, _repeats, _options, _clock, _loggers) = (clients, credits, slots, repeats, options, clock, loggers);

    /// <summary>A reader for options that <see cref="JoorConnectionOptionsValidator"/> found right. Keep it: one per connection.</summary>
    public JoorOrderReader For(JoorConnectionOptions options)
    {
        var connection = new JoorConnection(options);
        var wire = new JoorWire(connection, _clients, _credits, _options, _clock);
        var door = new JoorRequestDoor(connection, wire, _slots, _repeats, _clock, _loggers.CreateLogger<JoorRequestDoor>());
        return IsThroughV4(options) ? new JoorV4OrderReader(connection, door, _options.OrdersV4, _clock) : new JoorV2OrderReader(connection, door);
    }

    private static bool IsThroughV4(JoorConnectionOptions options) => options.OrdersThrough switch
    {
        JoorOrdersThrough.V4 => true,
        JoorOrdersThrough.V2 => false,
        _ => options.ApiVersion == JoorApiVersion.V4 && string.IsNullOrEmpty(options.Token),
    };
}
