using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Listing;
using JoorBus.Connections.Sharing;
using JoorBus.Joor;
using JoorBus.Persistence;

namespace JoorBus.Http;

/// <summary>What others know about connections: how the last order read of each ended, and what credits are left.</summary>
internal sealed class ConnectionFigures(Database database, ConnectionCatalog catalog, JoorOrderReaderFactory readers, SharedJoorLimits limits)
{
    public async Task<IReadOnlyList<ConnectionView>> AddAsync(IReadOnlyList<ConnectionView> views, CancellationToken cancellationToken)
    {
        var polls = await LastPollsAsync(cancellationToken);
        var credits = await CreditsAsync(views.Select(view => view.Key).ToHashSet(StringComparer.Ordinal), cancellationToken);
        return [.. views.Select(view => view with { LastPoll = polls.GetValueOrDefault(view.Key), Credits = credits.GetValueOrDefault(view.Key) })];
    }

    /// <summary>Credits left, by the connection's name.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CreditsLeftAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var keys = names.Select(catalog.Named).OfType<CataloguedConnection>().ToDictionary(connection => connection.Key, connection => connection.Name, StringComparer.Ordinal);
        var credits = await CreditsAsync([.. keys.Keys], cancellationToken);
        return credits.ToDictionary(pair => keys[pair.Key], pair => pair.Value.Left, StringComparer.Ordinal);
    }

    // Connections of one account share its credits: each account is asked for once.
    private async Task<Dictionary<string, CreditsView>> CreditsAsync(HashSet<string> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, CreditsView>(StringComparer.Ordinal);
        foreach (var account in catalog.Current.Where(options => keys.Contains(options.Key)).GroupBy(options => readers.For(options).Account))
        {
            var reading = await limits.ReadAsync(account.Key, cancellationToken);
            foreach (var options in account)
                found[options.Key] = new CreditsView(reading.CreditsLeft, reading.Defects);
        }

        return found;
    }

    private async Task<Dictionary<string, LastPoll>> LastPollsAsync(CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, LastPoll>(StringComparer.Ordinal);
        await using var command = database.Command("select connection, polled_at, error from joor_polls where polled_at is not null");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            found[reader.GetString(0)] = new LastPoll(reader.GetFieldValue<DateTimeOffset>(1), await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetString(2));
        return found;
    }
}
