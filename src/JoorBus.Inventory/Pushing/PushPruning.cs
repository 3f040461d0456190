using JoorBus.Inventory.Planning;
using JoorBus.Persistence;

namespace JoorBus.Inventory.Pushing;

/// <summary>Requests that ended more than 7 days ago are forgotten, now and then.</summary>
internal sealed class PushPruning(Database database)
{
    private const int Most = 1000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private DateTimeOffset _nextAt = DateTimeOffset.MinValue;

    public async Task PruneAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now < _nextAt)
            return;
        _nextAt = now + Every;
        var gone = await database.ReadAsync(
            """
            delete from mt_doc_inventorypush where id in (
                select id from mt_doc_inventorypush where data ->> 'State' <> 'Claimed' and mt_last_modified < $1 limit $2) returning 1
            """,
            _ => 1, cancellationToken, now - Kept, Most);
        if (gone.Count == Most)
            _nextAt = now;
    }
}
