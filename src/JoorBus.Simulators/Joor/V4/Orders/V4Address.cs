using System.Text.Json.Nodes;
using JoorBus.Contracts;

namespace JoorBus.Simulators.Joor;

/// <summary>Addresses of v4. A code is not among the fields seen, so it goes where v2 has it too.</summary>
internal static class V4Address
{
    public static JsonObject? Write(Address? address) => address is null ? null : new JsonObject
    {
        ["code"] = address.Code,
        ["name"] = address.Name,
        ["company"] = address.Name,
        ["line1"] = address.Line1,
        ["line2"] = address.Line2,
        ["city"] = address.City,
        ["state"] = address.Region,
        ["zip"] = address.PostalCode,
        ["country"] = address.Country,
        ["phone"] = address.Phone,
        ["email"] = address.Email,
    };

    public static Address Read(JsonNode address) => new()
    {
        Name = address.Text("name") ?? address.Text("company"),
        Line1 = address.Text("line1"),
        Line2 = address.Text("line2"),
        City = address.Text("city"),
        Region = address.Text("state"),
        PostalCode = address.Text("zip"),
        Country = address.Text("country"),
        Phone = address.Text("phone"),
        Email = address.Text("email"),
    };
}
