using JoorBus.Connections.Sharing;
using JoorBus.Joor;
using JoorBus.Products.Setting;
using Microsoft.Extensions.Options;

namespace JoorBus.Products.Pushing;

/// <summary>The share of an account's credits that products may use. Orders have their own part, stock goes first at the gateway's door.</summary>
internal sealed class ProductCredits(JoorOrderReaderFactory accounts, IOptions<JoorLimitOptions> limits, TimeProvider clock, SharedJoorLimits? shared = null)
{
    /// <summary>When a write may go out; null for now.</summary>
    public async Task<DateTimeOffset?> WaitUntilAsync(JoorConnectionOptions connection, ProductSettings settings, CancellationToken cancellationToken)
    {
        if (shared is null)
            return null;
        var reading = await shared.ReadAsync(accounts.For(connection).Account, cancellationToken);
        return Wait(reading, limits.Value, settings.CreditShare) is { } wait ? clock.GetUtcNow() + wait : null;
    }

    /// <summary>How long a write waits: through a pause after a 429, and until credits come back when it would take some that stay for others; null for not at all.</summary>
    public static TimeSpan? Wait(JoorLimitReading reading, JoorLimitOptions limits, decimal share) =>
        reading.BlockedFor is { } pause ? pause
        : reading.CreditsLeft - limits.WriteCredits >= KeptBack(limits, share) ? null
        : reading.RefillsIn;

    /// <summary>Credits that stay for others.</summary>
    public static int KeptBack(JoorLimitOptions limits, decimal share) =>
        limits.ReservedForOrders + (int)Math.Floor((limits.CreditsPerWindow - limits.ReservedForOrders) * (1 - share));
}
