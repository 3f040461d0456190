using JoorBus.Simulators.Joor;

namespace JoorBus.Joor.Tests;

/// <summary>A brand with a small catalog and three orders in the stand-in, and a gateway to its v4.</summary>
internal static class V4Simulator
{
    public static async Task<JoorSimulator> StartAsync()
    {
        var joor = await JoorSimulator.StartAsync(new JoorSimulatorOptions
        {
            Seed = 5,
            IsThrottling = false,
            Accounts =
            [
                new JoorSimulatorAccount
                {
                    AccountId = "1001",
                    Tokens = [Gateway.Token],
                    Users = [new JoorSimulatorUser { ClientId = "client", ClientSecret = Gateway.ClientSecret, Username = "user", Password = Gateway.Password }],
                    Catalog = new JoorCatalogSeed { Styles = 3, Colors = 2, Sizes = 2 },
                },
            ],
        }, new ManualClock());
        joor.Orders.AddApproved(3);
        return joor;
    }

    public static Gateway Open(JoorSimulator joor) => new(joor.BaseUrl.AbsoluteUri, connection =>
    {
        (connection.TokenUrl, connection.AccountId, connection.ClientId) = (joor.TokenUrl.AbsoluteUri, "1001", "client");
        (connection.ClientSecret, connection.Username, connection.Password) = (Gateway.ClientSecret, "user", Gateway.Password);
    });
}
