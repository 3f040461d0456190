using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using JoorBus.Contracts.Orders;

namespace JoorBus.Benchmarks.Stub;

/// <summary>What the stub reads of a command, plain or inside MassTransit's envelope.</summary>
public sealed record WarehouseCommand
{
    public WarehouseCommand? Message { get; init; }
    public Guid OrderId { get; init; }
    public int Revision { get; init; }
    public NumberedOrder? Order { get; init; }

    /// <summary>The number of the order, which is its JOOR order id.</summary>
    public int Number => int.Parse(Order!.OrderNumber, CultureInfo.InvariantCulture);

    public static WarehouseCommand Read(byte[] body)
    {
        var command = JsonSerializer.Deserialize(body, StubJson.Default.WarehouseCommand)!;
        return command.Message ?? command;
    }

    public byte[] Answer() => JsonSerializer.SerializeToUtf8Bytes(
        new WmsOrderAccepted { OrderId = OrderId, Revision = Revision, WmsOrderId = $"W-{Order!.OrderNumber}" },
        StubJson.Default.WmsOrderAccepted);
}

/// <summary>The order of a <see cref="WarehouseCommand"/>.</summary>
public sealed record NumberedOrder(string OrderNumber);

/// <summary>Source-generated JSON of the stub.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WarehouseCommand))]
[JsonSerializable(typeof(WmsOrderAccepted))]
public sealed partial class StubJson : JsonSerializerContext;
