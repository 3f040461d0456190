using JoorBus.Connections.Listing;
using JoorBus.Persistence;

namespace JoorBus.Http;

/// <summary>What others know about connections: how the last order read of each ended.</summary>
internal sealed class ConnectionFigures(Database database)
{
    public async Task<IReadOnlyList<ConnectionView>> AddAsync(IReadOnlyList<ConnectionView> views, CancellationToken cancellationToken)
    {
        var polls = await LastPollsAsync(cancellationToken);
        return [.. views.Select(view => view with { LastPoll = polls.GetValueOrDefault(view.Key) })];
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
