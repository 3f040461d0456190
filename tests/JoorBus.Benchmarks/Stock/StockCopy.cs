using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace JoorBus.Benchmarks.Stock;

/// <summary>The fastest way to store the same rows, without any bus: one COPY of all changes and one merge.</summary>
public static class StockCopy
{
    public static async Task<TimeSpan> RunAsync(string postgres, StockLoad load, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, StockSchema.Staging, cancellationToken);
        var start = Stopwatch.GetTimestamp();
        await CopyAsync(connection, load, cancellationToken);
        await ExecuteAsync(connection, StockSchema.Merge, cancellationToken);
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, StockLoad load, CancellationToken cancellationToken)
    {
        await using var writer = await connection.BeginBinaryImportAsync(StockSchema.Copy, cancellationToken);
        for (var change = 0; change < load.Changes; change++)
        {
            var item = load.ItemOf(change);
            var level = new TwinLevel(StockLoad.Sku(item), StockLoad.Upc(item), StockLoad.OnHandOf(change), 7, StockLoad.OnHandOf(change) - 7, change + 1);
            await writer.StartRowAsync(cancellationToken);
            await writer.WriteAsync(level.Sku, NpgsqlDbType.Text, cancellationToken);
            await writer.WriteAsync(level.Sequence, NpgsqlDbType.Bigint, cancellationToken);
            await writer.WriteAsync(level.OnHand, NpgsqlDbType.Integer, cancellationToken);
            await writer.WriteAsync(level.Allocated, NpgsqlDbType.Integer, cancellationToken);
            await writer.WriteAsync(level.Available, NpgsqlDbType.Integer, cancellationToken);
            await writer.WriteAsync(level.Identity, NpgsqlDbType.Text, cancellationToken);
        }
        await writer.CompleteAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
