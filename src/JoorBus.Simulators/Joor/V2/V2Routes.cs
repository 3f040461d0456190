namespace JoorBus.Simulators.Joor;

/// <summary>What v2 answers, by path.</summary>
internal static class V2Routes
{
    public static JoorRouteTable Table { get; } = new(JoorApi.V2,
    [
        new("GET", "order", V2Orders.Read),
        new("GET", "order/{}", V2Orders.Read),
        new("POST|PUT", "bulk-inventory", V2Inventory.Bulk),
        new("PUT", "style-number/{}/{}/inventory", V2Inventory.One),
        new("GET", "style", V2Styles.Read),
        new("GET", "style/{}", V2Styles.ReadOne),
        new("GET", "style-number/{}/{}", V2Styles.ReadOne),
        new("POST", "style-number", V2Styles.Create),
        new("PUT", "style/{}", V2Styles.Update),
        new("PUT", "style-number/{}/{}", V2Styles.Update),
        new("DELETE", "style/{}", V2StyleDeleting.Delete),
        new("DELETE", "style-number/{}/{}", V2StyleDeleting.Delete),
        new("POST|PUT", "bulk-style", call => V2Jobs.Start(call, JoorJobKind.Styles)),
        new("GET", "bulk-style/{}", call => V2Jobs.Read(call, JoorJobKind.Styles)),
        new("POST", "style-number/{}/{}/image", V2Images.Create),
        new("DELETE", "style-number/{}/{}/image", V2Images.Delete),
        new("GET", "categories", Categories.ReadV2),
        new("GET", "connection", V2Customers.Read),
        new("GET", "connection/{}", V2Customers.ReadOne),
        new("GET", "connection/customer_code/{}", V2Customers.ReadOne),
        new("PUT", "connection/{}", V2Customers.Update),
        new("PUT", "connection/customer_code/{}", V2Customers.Update),
        new("DELETE", "connection/{}", V2Customers.Delete),
        new("DELETE", "connection/customer_code/{}", V2Customers.Delete),
        new("POST|PUT", "bulk-connection", call => V2Jobs.Start(call, JoorJobKind.Customers)),
        new("GET", "bulk-connection/{}", call => V2Jobs.Read(call, JoorJobKind.Customers)),
    ]);
}
