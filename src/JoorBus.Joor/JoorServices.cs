using JoorBus.Joor;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registration of the JOOR gateway.</summary>
public static class JoorServices
{
    /// <summary>
    /// Adds <see cref="JoorClients"/>. The ports <see cref="IJoorConnections"/>, <see cref="IJoorLimits"/> and <see cref="IJoorTokens"/> registered before or
    /// after replace those of this process; without the first, a registered list of <see cref="JoorConnectionOptions"/> is used.
    /// </summary>
    public static IServiceCollection AddJoor(this IServiceCollection services)
    {
        services.AddOptions<JoorOptions>();
        services.AddOptions<JoorHostOptions>();
        services.AddOptions<JoorLimitOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IJoorConnections>(provider => new JoorConnectionList(provider.GetService<IReadOnlyList<JoorConnectionOptions>>() ?? []));
        services.TryAddSingleton<IJoorLimits, InProcessJoorLimits>();
        services.TryAddSingleton<IJoorTokens, InProcessJoorTokens>();
        services.TryAddSingleton<JoorTransports>();
        services.TryAddSingleton<JoorLogin>();
        services.TryAddSingleton<JoorSigner>();
        services.TryAddSingleton<JoorWire>();
        services.TryAddSingleton<JoorEntrance>();
        services.TryAddSingleton<JoorRepeats>();
        services.TryAddSingleton(provider => new JoorClients(
            provider.GetRequiredService<IJoorConnections>(),
            provider.GetRequiredService<JoorEntrance>(),
            provider.GetRequiredService<JoorRepeats>(),
            provider.GetRequiredService<IOptions<JoorOptions>>(),
            provider.GetRequiredService<IOptions<JoorHostOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<JoorClients>>()));
        services.TryAddSingleton<JoorConnectionTest>();
        services.TryAddSingleton(provider => new JoorOrderReaderFactory(
            provider.GetRequiredService<JoorClients>(), provider.GetRequiredService<IOptions<JoorOptions>>().Value.OrdersV4, provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
