using JoorBus.Simulators.Joor;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_one_order_is_read : IAsyncLifetime
{
    private const string Token = "one-order-token";
    private JoorSimulator _joor = null!;

    public static TheoryData<string> Ways => ["v2", "v2 in XML", "v4"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Should_be_the_order_whatever_its_status(string way)
    {
        var ids = _joor.Orders.AddApproved(3);
        _joor.Orders.Cancel(ids[1]);

        var answer = await ReadAsync(way, ids[1]);

        answer.ShouldBeOfType<JoorAnswer<JoorOrderReading>.Accepted>()
            .Value.ShouldBeOfType<JoorOrderReading.Readable>()
            .Order.ShouldSatisfyAllConditions(order => order.JoorOrderId.ShouldBe(ids[1]), order => order.Lines.Count.ShouldBe(12));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Should_mark_nothing(string way)
    {
        var ids = _joor.Orders.AddApproved(1);

        await ReadAsync(way, ids[0]);

        _joor.Ledger().Requests.Sum(request => request.OrdersMarked).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Should_say_when_there_is_none(string way)
    {
        _joor.Orders.AddApproved(1);

        (await ReadAsync(way, "999999999")).ShouldBeOfType<JoorAnswer<JoorOrderReading>.NotFound>();
    }

    public async Task InitializeAsync() => _joor = await JoorSimulator.StartAsync(new JoorSimulatorOptions
    {
        Accounts = [new JoorSimulatorAccount { AccountId = "1001", Tokens = [Token], Users = [new JoorSimulatorUser { ClientId = "c", ClientSecret = "secret-of-c", Username = "u", Password = "password-of-u" }] }],
    });

    public async Task DisposeAsync() => await _joor.DisposeAsync();

    private async Task<JoorAnswer<JoorOrderReading>> ReadAsync(string way, string id)
    {
        await using var gateway = new Gateway(_joor.BaseUrl.ToString(), connection =>
        {
            connection.Token = Token;
            connection.Format = way == "v2 in XML" ? JoorFormat.Xml : JoorFormat.Json;
            if (way == "v4")
            {
                (connection.ApiVersion, connection.Token, connection.AccountId) = (JoorApiVersion.V4, null, "1001");
                (connection.ClientId, connection.ClientSecret, connection.Username, connection.Password) = ("c", "secret-of-c", "u", "password-of-u");
                (connection.BaseUrl, connection.TokenUrl) = (_joor.V4Url.ToString(), _joor.TokenUrl.ToString());
            }
        });
        return await gateway.Reader.ReadOneAsync(id, CancellationToken.None);
    }
}
