using System.Net;
using System.Text;
using System.Text.Json;
using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor;

public sealed class When_any_path_is_faulty
{
    public static TheoryData<JoorFaultKind, int> Refusals => new()
    {
        { JoorFaultKind.ServerError, 500 }, { JoorFaultKind.Unavailable, 503 }, { JoorFaultKind.TooManyRequests, 429 },
        { JoorFaultKind.Unauthorised401, 401 }, { JoorFaultKind.Forbidden403, 403 }, { JoorFaultKind.ExpiredToken, 401 },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Should_refuse_without_effect_in_the_words_of_v4(JoorFaultKind kind, int status)
    {
        await using var joor = await JoorV4.Start();
        joor.Simulator.Faults.Add(new() { Kind = kind });

        using var answer = await joor.Send(HttpMethod.Post, "/products/bulk_create?account=2001", new[] { new { name = "Cape" } });

        ((int)answer.StatusCode).ShouldBe(status);
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("errors").GetArrayLength().ShouldBe(1);
        joor.Account.Styles.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Should_refuse_a_sign_in(JoorFaultKind kind, int status)
    {
        await using var joor = await JoorV4.Start();
        joor.Simulator.Faults.Add(new() { Kind = kind, Matching = "/auth" });

        using var answer = await joor.AskForToken(Brands.User);

        ((int)answer.StatusCode).ShouldBe(status);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("error_description");
        joor.Simulator.Ledger().SignIns[^1].AccessToken.ShouldBeNull();
    }

    [Fact]
    public async Task Should_expire_the_token_that_the_fault_names_expired()
    {
        await using var joor = await JoorV4.Start();
        joor.Simulator.Faults.Add(new() { Kind = JoorFaultKind.ExpiredToken });
        (await joor.Send(HttpMethod.Get, "/orders?account=2001")).Dispose();

        using var late = await joor.Send(HttpMethod.Get, "/orders?account=2001");

        late.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        joor.Simulator.Ledger().Requests[^1].Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Should_answer_with_what_is_no_UTF8()
    {
        await using var joor = await JoorV4.Start();
        joor.Orders.AddApproved(1);
        joor.Simulator.Faults.Add(new() { Kind = JoorFaultKind.WrongEncoding, Count = null });

        for (var i = 0; i < 8; i++)
        {
            using var answer = await joor.Send(HttpMethod.Get, "/orders?account=2001");
            var body = await answer.Content.ReadAsByteArrayAsync();
            Should.Throw<DecoderFallbackException>(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body));
        }
    }

    [Fact]
    public async Task Should_answer_with_nothing_with_XML_and_with_far_too_much()
    {
        await using var joor = await JoorV4.Start(new() { EnormousBytes = 10_000_000 });
        foreach (var kind in new[] { JoorFaultKind.EmptyBody, JoorFaultKind.XmlInsteadOfJson, JoorFaultKind.EnormousBody })
            joor.Simulator.Faults.Add(new() { Kind = kind });

        (await Body(joor)).ShouldBeEmpty();
        (await Body(joor)).ShouldStartWith("<?xml");
        var enormous = await Body(joor);

        enormous.Length.ShouldBe(10_000_000);
        enormous.Trim().ShouldBe("""{"data":[],"errors":[]}""");
    }

    [Fact]
    public async Task Should_fail_some_stock_on_command()
    {
        await using var joor = await Joor.Start();
        joor.Simulator.Faults.Add(new() { Kind = JoorFaultKind.PartlyRejected });
        var items = string.Join(',', joor.Simulator.SkusOf("1001").Select(sku => $$"""{"upc":"{{sku.Upc}}","inventory":1}"""));

        await joor.Write(HttpMethod.Post, "/bulk-inventory", $$"""{"inventory_items":[{{items}}]}""");

        joor.Account.Stock.Count.ShouldBeInRange(50, 200);
        joor.Simulator.Ledger().Requests.Single().ItemsRefused.ShouldBe(250 - joor.Account.Stock.Count);
    }

    private static async Task<string> Body(JoorV4 joor)
    {
        using var answer = await joor.Send(HttpMethod.Get, "/orders?account=2001");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }
}
