using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JoorBus.Joor;

/// <summary>The clients of all connections, one each.</summary>
public sealed class JoorClients
{
    private readonly ConcurrentDictionary<string, JoorClient> _clients = new(StringComparer.Ordinal);
    private readonly IJoorConnections _connections;
    private readonly JoorEntrance _entrance;
    private readonly JoorRepeats _repeats;
    private readonly IOptions<JoorOptions> _options;
    private readonly JoorHostOptions _hosts;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    internal JoorClients(
        IJoorConnections connections, JoorEntrance entrance, JoorRepeats repeats, IOptions<JoorOptions> options, IOptions<JoorHostOptions> hosts, TimeProvider clock,
        ILogger<JoorClients> logger) =>
        (_connections, _entrance, _repeats, _options, _hosts, _clock, _logger) = (connections, entrance, repeats, options, hosts.Value, clock, logger);

    /// <summary>The client of the connection with this key, whether it exists yet or not.</summary>
    public JoorClient For(string key) => _clients.GetOrAdd(key, For, _connections);

    /// <summary>A client for options that are stored nowhere, such as those to be tested. It spends the same credits, and has a pause of its own.</summary>
    public JoorClient For(JoorConnectionOptions options) => For(options.Key, new LoneConnection(options, _connections));

    private JoorClient For(string key, IJoorConnections connections) => new(key, new JoorRequestDoor(
        new JoorSource(key, connections, _hosts), _entrance, new JoorBreaker(_options.Value, _clock), _repeats, _options, _clock, _logger));

    /// <summary>One connection as given; others, from which it may borrow, as they are.</summary>
    private sealed class LoneConnection(JoorConnectionOptions options, IJoorConnections others) : IJoorConnections
    {
        public JoorConnectionOptions? Find(string key) => key == options.Key ? options : null;

        public ValueTask<JoorConnectionOptions?> RefreshAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult(Find(key));

        public JoorConnectionOptions? FindNamed(string name) => others.FindNamed(name);
    }
}
