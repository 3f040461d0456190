using System.Globalization;

namespace JoorBus.TestKit;

public static class TestBroker
{
    private static int _created;

    /// <summary>A fresh, empty virtual host on the shared RabbitMQ; returns its amqp URI, which carries user and password.</summary>
    public static async Task<string> CreateVirtualHostAsync()
    {
        var broker = await TestServers.RabbitMqAsync();
        return await broker.CreateAsync(string.Create(CultureInfo.InvariantCulture, $"test-{Interlocked.Increment(ref _created)}"));
    }
}
