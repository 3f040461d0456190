using JoorBus.Configuring;
using Microsoft.Extensions.Configuration;

namespace JoorBus.Tests.Configuring;

/// <summary>Settings read from a configuration that is right but for what a test says.</summary>
internal static class Settings
{
    private static readonly Dictionary<string, string?> Right = new()
    {
        ["Postgres"] = "Host=localhost;Username=joorbus;Password=secret;Database=joorbus",
        ["RabbitMq"] = "amqp://joorbus:secret@localhost:5672/joorbus",
        ["Connections:0:Name"] = "acme",
        ["Connections:0:Token"] = "secret-token",
    };

    public static (HostSettings Settings, IReadOnlyList<string> Faults) With(params (string Key, string? Value)[] changes)
    {
        var values = new Dictionary<string, string?>(Right);
        foreach (var (key, value) in changes)
        {
            values[key] = value;
        }

        return HostSettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
