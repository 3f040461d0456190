using System.Text;

namespace JoorBus.Joor.Tests;

/// <summary>Reads a body as the door would hand it over.</summary>
internal static class Pages
{
    public static JoorAnswer<JoorOrderPage> Read(string body, JoorOrderFilter filter = JoorOrderFilter.Approved, Action<JoorConnectionOptions>? change = null, int startFrom = 0)
    {
        var options = new JoorConnectionOptions { Name = "acme", Token = Gateway.Token, PageSize = 2 };
        change?.Invoke(options);
        return JoorOrderPageParser.Read(
            new JoorBody(Encoding.UTF8.GetBytes(body), null, 299, "GET"),
            new JoorOrderQuery { Filter = filter, StartFrom = startFrom },
            new JoorConnection(options));
    }

    public static JoorOrderPage Page(string body, int startFrom = 0) => ((JoorAnswer<JoorOrderPage>.Accepted)Read(body, startFrom: startFrom)).Value;

    public static JoorOrderReading Single(string order, JoorOrderFilter filter = JoorOrderFilter.Approved, Action<JoorConnectionOptions>? change = null) =>
        ((JoorAnswer<JoorOrderPage>.Accepted)Read($$"""{"orders":[{{order}}]}""", filter, change)).Value.Orders.Single();
}
