using System.Text;
using System.Text.Json;

namespace JoorBus.Simulators.Joor;

/// <summary>The page as XML: <c>&lt;orders&gt;&lt;response/&gt;&lt;order/&gt;…&lt;/orders&gt;</c>.</summary>
internal static class OrderListXml
{
    public static byte[] Of(OrderPage page, byte[] response) => JoorXml.Document(writer =>
    {
        writer.WriteStartElement("orders");
        using var head = JsonDocument.Parse(response);
        JoorXml.Write(writer, "response", head.RootElement.GetProperty("response"));
        foreach (var order in page.Orders)
        {
            if (Parse(order) is { } json)
            {
                using (json)
                    JoorXml.Write(writer, "order", json.RootElement);
            }
            else
            {
                writer.WriteRaw($"<order>{Encoding.UTF8.GetString(order)}</order>");
            }
        }
        writer.WriteEndElement();
    });

    private static JsonDocument? Parse(byte[] order)
    {
        try
        {
            return JsonDocument.Parse(order);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
