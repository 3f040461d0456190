using System.Text.Json;
using JoorBus.Contracts;
using JoorBus.Contracts.Inventory;
using JoorBus.Messaging.Reading;
using MassTransit;
using RabbitMQ.Client;

namespace JoorBus.Inventory.Receiving;

/// <summary>Levels read straight from the transport. Null where a message is odd in any way: MassTransit's pipeline has the sentences.</summary>
internal sealed class DirectLevels(ScopeKeys scopes, TimeProvider clock)
{
    private readonly DirectReader<InventoryChanged> _reader = new(ContractsJson.Default.InventoryChanged);
    private readonly UsualLevels _usual = new();

    public IReadOnlyList<LevelRow>? TryRead(ReceiveContext context) => RowsOf(_reader.TryRead(context));

    public IReadOnlyList<LevelRow>? TryRead(string exchange, IReadOnlyBasicProperties properties, ReadOnlySpan<byte> body) =>
        _reader.TryFind(exchange, properties, body) is { } message ? TryReadUsual(body[message]) ?? RowsOf(_reader.TryRead(exchange, properties, body)) : null;

    private IReadOnlyList<LevelRow>? TryReadUsual(ReadOnlySpan<byte> message)
    {
        try
        {
            return _usual.TryRead(message, scopes.Find, clock.GetUtcNow());
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or NotSupportedException)
        {
            return null;
        }
    }

    private IReadOnlyList<LevelRow>? RowsOf(InventoryChanged? message) =>
        message is not null
        && scopes.Find(message.Connection) is { } scope
        && LevelReading.Read(message, scope, clock.GetUtcNow()) is LevelsRead.Rows read
            ? read.Levels
            : null;
}
