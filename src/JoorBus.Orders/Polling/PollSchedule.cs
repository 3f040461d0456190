using JoorBus.Joor;

namespace JoorBus.Orders.Polling;

/// <summary>Which connections this host polls, and when each is due.</summary>
internal sealed class PollSchedule(Func<JoorConnectionOptions, JoorOrderReader> readerFor)
{
    private readonly Dictionary<string, PolledConnection> _connections = [];
    private readonly List<(string Key, PolledConnection Connection)> _stopping = [];

    /// <summary>Earliest time at which a connection without a round under way is due; null when there is none.</summary>
    public DateTimeOffset? NextDue => _connections.Where(IsFree).Select(entry => (DateTimeOffset?)entry.Value.Due).Min();

    /// <summary>Every round under way, also of connections that are gone.</summary>
    public IEnumerable<Task> Rounds => _connections.Values.Select(connection => connection.Round).Concat(_stopping.Select(entry => entry.Connection.Round));

    /// <summary>Takes new and changed connections over and stops those that are gone; returns the keys of those to poll sooner than planned.</summary>
    public async Task<IReadOnlyList<string>> FollowAsync(IReadOnlyList<JoorConnectionOptions> connections, DateTimeOffset now)
    {
        var sooner = new List<string>();
        foreach (var options in connections)
        {
            if (!_connections.TryGetValue(options.Key, out var known))
            {
                _connections.Add(options.Key, new PolledConnection(options, readerFor(options), now));
            }
            else if (!ReferenceEquals(known.Options, options))
            {
                if (options.PollInterval < known.Options.PollInterval)
                {
                    sooner.Add(options.Key);
                    known.Due = now;
                }

                known.Change(options, readerFor(options));
            }
        }

        foreach (var key in _connections.Keys.Except(connections.Select(options => options.Key)).ToList())
        {
            _connections.Remove(key, out var gone);
            _stopping.Add((key, gone!));
            await gone!.StopAsync().ConfigureAwait(false);
        }

        return sooner;
    }

    /// <summary>Connections that are due and have no round under way.</summary>
    public List<PolledConnection> Due(DateTimeOffset now)
    {
        foreach (var ended in _stopping.Where(entry => !entry.Connection.IsPolling).ToList())
        {
            _stopping.Remove(ended);
            ended.Connection.Dispose();
        }

        return [.. _connections.Where(entry => IsFree(entry) && entry.Value.Due <= now).Select(entry => entry.Value)];
    }

    // A connection that came back waits for the round that its going stopped.
    private bool IsFree(KeyValuePair<string, PolledConnection> entry) =>
        !entry.Value.IsPolling && _stopping.TrueForAll(stopping => stopping.Key != entry.Key || !stopping.Connection.IsPolling);
}
