namespace JoorBus.EndToEnd.BadInput;

/// <summary>Orders as JOOR's v2 writes them, with one thing wrong.</summary>
internal static class RawOrder
{
    public const string WithoutId = """{"order_type":"4","date_created":"2026-11-20T08:00:00+00:00","date_modified":"{date_modified}","customer_code":"C1","line_items":[]}""";

    public static string With(string id, string orderType = "4", string quantity = "12", string comments = "") => $$"""
        {"order_id":"{{id}}","order_type":"{{orderType}}","date_created":"{{Today}}","date_approved":"{{Today}}","date_modified":"{date_modified}",
         "customer_code":"C1","customer_name":"Atelier","order_total":"120.00","order_currency":"EUR","order_comments":"{{comments}}",
         "line_items":[{"item_number":"T-1","item_upc":"0123","item_unit_price":"10.00","item_quantity":"{{quantity}}"}]}
        """;

    private static string Today => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", System.Globalization.CultureInfo.InvariantCulture);
}
