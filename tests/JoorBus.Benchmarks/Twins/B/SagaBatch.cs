using System.Text.Json;
using JoorBus.Benchmarks.Source;
using Npgsql;
using NpgsqlTypes;

namespace JoorBus.Benchmarks.Twins.B;

/// <summary>The sagas of one batch: read together, moved in memory, written together from the versions that were read.</summary>
public sealed class SagaBatch(NpgsqlConnection connection, CancellationToken stopping)
{
    private const string EnterInbox = """
        INSERT INTO inbox (message_id, station) SELECT id, 2 FROM unnest($1) AS id ON CONFLICT DO NOTHING RETURNING message_id
        """;

    private const string LoadSagas = "SELECT id, version, document FROM order_sagas WHERE id = ANY($1)";

    private const string InsertSagas = """
        INSERT INTO order_sagas (id, version, document) SELECT id, 1, document FROM unnest($1, $2) AS saga (id, document)
        """;

    private const string UpdateSagas = """
        UPDATE order_sagas SET version = order_sagas.version + 1, document = moved.document
        FROM unnest($1, $2, $3) AS moved (id, version, document)
        WHERE order_sagas.id = moved.id AND order_sagas.version = moved.version
        """;

    private readonly Dictionary<Guid, (int Version, TrackedOrder Order)> _sagas = [];

    /// <summary>Enters the messages into the inbox and loads what answers refer to; returns the messages not seen before.</summary>
    public async Task<HashSet<Guid>> OpenAsync(IReadOnlyCollection<TrackMessage> messages)
    {
        await using var batch = connection.CreateBatch();
        Add(batch, EnterInbox, messages.Select(message => message.MessageId).ToArray());
        Guid[] answered = [.. messages.Where(message => message.Notice is null).Select(message => message.OrderId).Distinct()];
        if (answered.Length > 0)
            Add(batch, LoadSagas, answered);

        var fresh = new HashSet<Guid>(messages.Count);
        await using var reader = await batch.ExecuteReaderAsync(stopping);
        while (await reader.ReadAsync(stopping))
            fresh.Add(reader.GetGuid(0));
        await reader.NextResultAsync(stopping);
        while (answered.Length > 0 && await reader.ReadAsync(stopping))
        {
            var order = JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(2), PathJson.Default.TrackedOrder)!;
            _sagas.Add(reader.GetGuid(0), (reader.GetInt32(1), order));
        }
        return fresh;
    }

    /// <summary>False for an answer whose saga has not started.</summary>
    public bool Apply(TrackMessage message, DateTimeOffset now)
    {
        if (message.Notice is { } notice)
        {
            _sagas.Add(message.OrderId, (0, TrackedOrder.Start(notice, message.MessageId, now)));
            return true;
        }
        if (!_sagas.TryGetValue(message.OrderId, out var saga))
            return false;
        _sagas[message.OrderId] = (saga.Version, saga.Order.Accept(message.WmsOrderId, message.MessageId, now));
        return true;
    }

    public async Task WriteAsync()
    {
        await using var batch = connection.CreateBatch();
        var started = _sagas.Values.Where(saga => saga.Version == 0).ToList();
        var moved = _sagas.Values.Where(saga => saga.Version > 0).ToList();
        if (started.Count > 0)
            Add(batch, InsertSagas, Ids(started), Documents(started));
        if (moved.Count > 0)
            Add(batch, UpdateSagas, Ids(moved), moved.Select(saga => saga.Version).ToArray(), Documents(moved));
        if (batch.BatchCommands.Count > 0 && await batch.ExecuteNonQueryAsync(stopping) != _sagas.Count)
            throw new InvalidOperationException("A saga was moved by another writer; the transaction is given up and the batch comes again.");
    }

    private static Guid[] Ids(List<(int Version, TrackedOrder Order)> sagas) => [.. sagas.Select(saga => saga.Order.OrderId)];

    private static NpgsqlParameter Documents(List<(int Version, TrackedOrder Order)> sagas) => new()
    {
        Value = sagas.Select(saga => JsonSerializer.SerializeToUtf8Bytes(saga.Order, PathJson.Default.TrackedOrder)).ToArray(),
        NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
    };

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
