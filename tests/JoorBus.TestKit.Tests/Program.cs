using JoorBus.Simulators.Servers;

namespace JoorBus.TestKit.Tests;

/// <summary>A process that owns a temporary PostgreSQL and waits to be killed: <c>dotnet JoorBus.TestKit.Tests.dll FOLDER</c>.</summary>
internal static class Program
{
    private static async Task Main(string[] arguments)
    {
        await using var postgres = await PrivatePostgres.StartAsync(new PrivatePostgresOptions { Folder = arguments[0], Durability = Durability.Fast, Temporary = true });
        Console.WriteLine(postgres.ProcessId);
        await Console.In.ReadLineAsync();
    }
}
