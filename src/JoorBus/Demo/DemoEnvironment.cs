using System.Globalization;
using JoorBus.Configuring;
using JoorBus.Joor;

namespace JoorBus.Demo;

/// <summary>The host's settings as environment of another process.</summary>
internal static class DemoEnvironment
{
    public static IReadOnlyDictionary<string, string?> Of(HostSettings settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["JOORBUS__POSTGRES"] = settings.Persistence.ConnectionString,
            ["JOORBUS__RABBITMQ"] = settings.Messaging.RabbitMq,
            ["JOORBUS__INVENTORY__WORKERLEASE"] = Text(settings.Inventory.WorkerLease),
            ["JOORBUS__PRODUCTS__WORKERLEASE"] = Text(settings.Products.WorkerLease),
            ["JOORBUS__PRODUCTS__LOOKINTERVAL"] = Text(settings.Products.LookInterval),
        };
        foreach (var (number, connection) in settings.Connections.Index())
        {
            foreach (var (name, value) in Of(connection))
            {
                values[string.Create(CultureInfo.InvariantCulture, $"JOORBUS__CONNECTIONS__{number}__{name}")] = value;
            }
        }

        return values;
    }

    private static IEnumerable<(string Name, string? Value)> Of(JoorConnectionOptions connection) =>
    [
        ("NAME", connection.Name), ("APIVERSION", connection.ApiVersion.ToString()), ("ENVIRONMENT", connection.Environment.ToString()),
        ("TOKEN", connection.Token), ("ACCOUNTID", connection.AccountId), ("CLIENTID", connection.ClientId), ("CLIENTSECRET", connection.ClientSecret),
        ("USERNAME", connection.Username), ("PASSWORD", connection.Password), ("BASEURL", connection.BaseUrl), ("TOKENURL", connection.TokenUrl),
        ("FORMAT", connection.Format.ToString()), ("ORDERSTHROUGH", connection.OrdersThrough.ToString()),
        ("REQUESTTIMEOUT", Text(connection.RequestTimeout)), ("TOTALTIMEOUT", Text(connection.TotalTimeout)),
    ];

    private static string Text(TimeSpan time) => time.ToString("c", CultureInfo.InvariantCulture);
}
