using System.Buffers;
using System.Text.Json;

namespace JoorBus.Simulators.Joor;

/// <summary>A page of v2 orders. Orders are held as texts, and raw ones may be no JSON at all: they reach the client as they are.</summary>
internal static class OrderListAnswer
{
    public static JoorAnswer Of(OrderPage page, OrderQuery query, JoorEnvelope envelope, Guid logId, JoorFormat format)
    {
        var answer = format == JoorFormat.Xml
            ? new JoorAnswer(200, OrderListXml.Of(page, Body(json => WriteResponse(json, page, query, logId))), JoorAnswer.Xml)
            : new JoorAnswer(200, Json(page, query, envelope, logId));
        return answer with { OrdersRead = page.Orders.Count, OrdersMarked = page.Marked };
    }

    private static byte[] Json(OrderPage page, OrderQuery query, JoorEnvelope envelope, Guid logId) => Body(json =>
    {
        if (envelope == JoorEnvelope.Plain)
        {
            WriteOrders(json, "orders", page, emptyList: "[]");
            WriteResponse(json, page, query, logId);
            return;
        }
        json.WriteStartObject("orders");
        WriteResponse(json, page, query, logId);
        WriteOrders(json, "order", page, emptyList: "\"\"");
        json.WriteEndObject();
    });

    private static void WriteOrders(Utf8JsonWriter json, string name, OrderPage page, string emptyList)
    {
        json.WritePropertyName(name);
        if (page.Orders.Count == 0)
        {
            json.WriteRawValue(emptyList);
            return;
        }
        json.WriteStartArray();
        foreach (var order in page.Orders)
            json.WriteRawValue(order, skipInputValidation: true);
        json.WriteEndArray();
    }

    private static void WriteResponse(Utf8JsonWriter json, OrderPage page, OrderQuery query, Guid logId)
    {
        var next = (long)query.StartFrom + query.Count;
        json.WriteStartObject("response");
        json.WriteNumber("code", 0);
        json.WriteString("comment", "");
        json.WriteString("log_id", logId);
        json.WriteNumber("start_from", query.StartFrom);
        if (next < page.Total)
            json.WriteNumber("next_start", next);
        else
            json.WriteString("next_start", "");
        json.WriteNumber("count", page.Total);
        json.WriteEndObject();
    }

    private static byte[] Body(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
