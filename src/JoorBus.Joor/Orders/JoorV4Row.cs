using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>An order of v4's list, without its lines.</summary>
internal sealed record JoorV4Row(JsonElement Element, string? Id, DateTimeOffset? ModifiedAt)
{
    /// <summary>Tells rows apart, also those that cannot be read.</summary>
    public string Identity => Id ?? Convert.ToHexString(JoorOrderContent.Hash(Element));

    public static JoorV4Row Of(JsonElement element)
    {
        var fields = new JoorFields(element, "", new JoorFaults());
        return new JoorV4Row(element, fields.Text("id")?.Trim(), fields.Time("date_modified"));
    }
}
