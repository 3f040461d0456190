using System.Text;
using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>What goes back to the client, unless a fault spoils it.</summary>
internal sealed record JoorAnswer(int Status, byte[] Body, string ContentType = JoorAnswer.Json)
{
    public const string Json = "application/json; charset=utf-8";
    public const string Xml = "application/xml; charset=utf-8";
    public const string Html = "text/html; charset=utf-8";
    public int OrdersRead { get; init; }
    public int OrdersMarked { get; init; }
    public int ItemsAccepted { get; init; }
    public int ItemsRefused { get; init; }

    /// <summary>Elements on the page.</summary>
    public int Shown { get; init; }

    /// <summary>Spaces before the body, written without being held.</summary>
    public long Padding { get; init; }

    public static JoorAnswer Of(JsonNode content, JoorFormat format, int status = 200)
    {
        var json = Encoding.UTF8.GetBytes(content.ToJsonString());
        return format == JoorFormat.Json ? new(status, json) : new(status, JoorXml.OfJson(json), Xml);
    }
}
