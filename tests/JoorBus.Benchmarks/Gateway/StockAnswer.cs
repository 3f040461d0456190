using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace JoorBus.Benchmarks.Gateway;

/// <summary>JOOR's answer to stock: each item passed. Made once; what was sent is read to its end and dropped.</summary>
internal static class StockAnswer
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(
        $$$"""{"bulk_inventory":{"response":{"code":0,"comment":"","log_id":"adc9aa40-fd92-4e9f-ba2b-795d19a8a416"},"sku_count":{{{GatewayCall.StockItems}}},"inventory_log":[{{{string.Join(',', Enumerable.Range(0, GatewayCall.StockItems).Select(Entry))}}}]}}""");

    public static async Task WriteAsync(HttpContext http, CancellationToken cancellationToken)
    {
        await http.Request.Body.CopyToAsync(Stream.Null, cancellationToken);
        await http.Response.Body.WriteAsync(Body, cancellationToken);
    }

    private static string Entry(int number) => string.Create(
        CultureInfo.InvariantCulture, $$"""{"sku":"{{0_123_456_000_000 + number:D13}}","inventory_log_id":"adc9aa40-fd92-4e9f-ba2b-{{number:D12}}","status":"pass"}""");
}
