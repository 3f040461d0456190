using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor;

/// <summary>One account that a token and a user reach.</summary>
internal static class Brands
{
    public const string Token = "linen-token";

    public static readonly JoorSimulatorUser User = new() { ClientId = "linen", ClientSecret = "linen-secret", Username = "ines", Password = "linen-password" };

    public static readonly JoorSimulatorAccount Linen = new()
    {
        AccountId = "2001",
        Tokens = [Token],
        Users = [User],
        Warehouses = ["East"],
    };
}
