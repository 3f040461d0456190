using System.Net;
using JoorBus.Joor;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registration of the JOOR gateway.</summary>
public static class JoorServices
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Adds <see cref="JoorOrderReaderFactory"/>. An <see cref="IJoorCredits"/> registered before or after replaces the in-process one.</summary>
    public static IServiceCollection AddJoor(this IServiceCollection services)
    {
        services.AddOptions<JoorOptions>();
        services.AddOptions<JoorCreditOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IJoorCredits, InProcessJoorCredits>();
        services.TryAddSingleton<JoorSlots>();
        services.TryAddSingleton<JoorRepeats>();
        services.TryAddSingleton(provider => new JoorOrderReaderFactory(
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<IJoorCredits>(),
            provider.GetRequiredService<JoorSlots>(),
            provider.GetRequiredService<JoorRepeats>(),
            provider.GetRequiredService<IOptions<JoorOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        // The door logs each request without query and secrets, and times it out itself.
        services.AddHttpClient(JoorWire.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Handler)
            .RemoveAllLoggers();
        return services;
    }

    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
    };
}
