using System.Text;

namespace JoorBus.Joor.Tests;

/// <summary>Bodies as the door would hand them over.</summary>
internal static class Bodies
{
    public static JoorBody Of(string text, int status = 200) => Of(Encoding.UTF8.GetBytes(text), status);

    public static JoorBody Of(byte[] bytes, int status = 200) => new(bytes, null, 299, "GET") { Status = status };

    public static JoorAnswer<JoorOrderPage> Orders(byte[] bytes) => JoorOrderPageParser.Read(
        Of(bytes), new JoorOrderQuery { Filter = JoorOrderFilter.Approved }, new JoorConnection(new JoorConnectionOptions { Name = "acme", Token = Gateway.Token, PageSize = 2 }));

    public static JoorOrderPage Page(byte[] bytes) => ((JoorAnswer<JoorOrderPage>.Accepted)Orders(bytes)).Value;
}
