using System.Buffers;
using System.Text;
using System.Text.Json;

namespace JoorBus.Simulators.Joor;

internal static class JoorAnswers
{
    public static JoorAnswer Orders(OrderPage page, OrderQuery query, JoorEnvelope envelope, Guid logId)
    {
        var body = Body(json =>
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
        return new(200, body) { OrdersRead = page.Orders.Count, OrdersMarked = page.Marked };
    }

    public static JoorAnswer Fault(int status, string comment, Guid logId) => new(status, Body(json =>
    {
        json.WriteStartObject("response");
        json.WriteNumber("code", 1);
        json.WriteString("comment", comment);
        json.WriteString("log_id", logId);
        json.WriteEndObject();
    }));

    public static JoorAnswer HtmlPage() =>
        new(200, Encoding.UTF8.GetBytes("<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>We will be back soon</h1></body></html>"), JoorAnswer.Html);

    private static void WriteOrders(Utf8JsonWriter json, string name, OrderPage page, string emptyList)
    {
        json.WritePropertyName(name);
        if (page.Orders.Count == 0)
        {
            json.WriteRawValue(emptyList);
            return;
        }
        // Raw orders may be no JSON at all, and shall reach the client as they are.
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
