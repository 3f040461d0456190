using System.Net;

namespace JoorBus.Simulators.Tests.Joor.V2;

public sealed class When_customers_are_kept
{
    [Fact]
    public async Task Should_be_read_by_code_and_by_id()
    {
        await using var joor = await Joor.Start();

        var byCode = (await joor.Read("/connection/customer_code/C0002/")).GetProperty("connections").GetProperty("connection")[0];
        var byId = (await joor.Read($"/connection/{byCode.GetProperty("customer_account_id")}/")).GetProperty("connections").GetProperty("connection")[0];

        byId.ToString().ShouldBe(byCode.ToString());
        byId.GetProperty("billing").GetProperty("billing_addresses")[0].GetProperty("billing_city").GetString().ShouldBe("Portland");
        (await joor.Read("/connection/?count=4&start_from=8")).GetProperty("connections").GetProperty("connection").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Should_be_updated_and_deleted()
    {
        await using var joor = await Joor.Start();

        await joor.Write(HttpMethod.Put, "/connection/customer_code/C0002/", "<connections><connection><customer_alias>H&amp;F</customer_alias></connection></connections>");
        (await joor.Read("/connection/customer_code/C0002/")).ToString().ShouldContain("H\\u0026F");
        await joor.Write(HttpMethod.Delete, "/connection/customer_code/C0002/", "");

        await joor.Write(HttpMethod.Get, "/connection/customer_code/C0002/", "", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Should_stand_beside_the_categories()
    {
        await using var joor = await Joor.Start();

        (await joor.Read("/categories")).GetProperty("categories").GetProperty("category").EnumerateArray().Select(category => category.GetProperty("department").GetString()).ShouldContain("HOME");
    }
}
