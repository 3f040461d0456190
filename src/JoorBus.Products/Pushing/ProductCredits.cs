using JoorBus.Connections.Sharing;
using JoorBus.Joor;
using JoorBus.Products.Setting;
using Microsoft.Extensions.Options;

namespace JoorBus.Products.Pushing;

/// <summary>The share of an account's credits that products may use. Orders have their own part, stock goes first at the gateway's door.</summary>
internal sealed class ProductCredits(JoorOrderReaderFactory accounts, IOptions<JoorLimitOptions> limits, TimeProvider clock, SharedJoorLimits? shared = null)
{
    public const string UsedUp = "products have used their share of the credits";

    // Answers that are awaited bring credits back at no time that is known.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>When a write may go out after so many reads; null for now.</summary>
    public async Task<DateTimeOffset?> WaitUntilAsync(JoorConnectionOptions connection, ProductSettings settings, int reads, CancellationToken cancellationToken)
    {
        if (await ReadAsync(connection, cancellationToken) is not { } reading || Wait(reading, limits.Value, settings.CreditShare, reads) is not { } wait)
            return null;
        return clock.GetUtcNow() + (wait > LookAgain ? wait : LookAgain);
    }

    /// <summary>How long a write after so many reads waits: through a pause after a 429, and until credits come back when it would take some that stay for others; null for not at all.</summary>
    public static TimeSpan? Wait(JoorLimitReading reading, JoorLimitOptions limits, decimal share, int reads = 0)
    {
        if (reading.BlockedFor is { } pause)
            return pause;
        // What is more than all of the share can never be there at once.
        var needed = Math.Min((reads * limits.ReadCredits) + limits.WriteCredits, ShareOf(limits, share));
        return reading.LeftBesideOrders - KeptForStock(limits, share) >= needed ? null : reading.RefillsIn ?? TimeSpan.Zero;
    }

    /// <summary>What products may spend now, and until when that must do; null when nobody counts.</summary>
    public async Task<CreditsLeft?> LeftAsync(JoorConnectionOptions connection, ProductSettings settings, CancellationToken cancellationToken) =>
        await ReadAsync(connection, cancellationToken) is { } reading
            ? new CreditsLeft(
                Math.Max(0, reading.LeftBesideOrders - KeptForStock(limits.Value, settings.CreditShare)),
                reading.RefillsIn ?? limits.Value.Window)
            : null;

    /// <summary>Credits that stay for others.</summary>
    public static int KeptBack(JoorLimitOptions limits, decimal share) => limits.ReservedForOrders + KeptForStock(limits, share);

    private static int KeptForStock(JoorLimitOptions limits, decimal share) => (int)Math.Floor((limits.CreditsPerWindow - limits.ReservedForOrders) * (1 - share));

    private static int ShareOf(JoorLimitOptions limits, decimal share) => limits.CreditsPerWindow - KeptBack(limits, share);

    private async Task<JoorLimitReading?> ReadAsync(JoorConnectionOptions connection, CancellationToken cancellationToken) =>
        shared is null ? null : await shared.ReadAsync(accounts.For(connection).Account, cancellationToken);
}
