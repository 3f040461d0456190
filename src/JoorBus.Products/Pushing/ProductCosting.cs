using JoorBus.Joor;
using JoorBus.Persistence;
using JoorBus.Products.Setting;
using Microsoft.Extensions.Options;

namespace JoorBus.Products.Pushing;

/// <summary>What a push would cost, told before it is asked for.</summary>
public sealed class ProductCosting(Database database, ProductSettingsStore settingsStore, ProductConnections connections, IOptions<JoorLimitOptions> limits)
{
    private const int StepsOfV4 = 3;
    private const int ReadsOfJob = 3;

    /// <summary>An estimate from above for styles that change in content, prices and SKUs; images and linesheets come on top.</summary>
    /// <param name="connection">Key of the connection.</param>
    /// <param name="isWhole">All styles, instead of those that wait.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ProductPushCost> CostAsync(string connection, bool isWhole, CancellationToken cancellationToken)
    {
        var settings = await settingsStore.LoadAsync(connection, cancellationToken);
        await using var command = database.Command("select count(*)::integer from joor_products where connection = $1 and ($2 or state = 'Dirty')");
        command.Parameters.AddWithValue(connection);
        command.Parameters.AddWithValue(isWhole);
        var styles = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
        var isV4 = connections.Current().FirstOrDefault(options => options.Key == connection)?.ApiVersion == JoorApiVersion.V4;
        return Of(styles, isV4, settings, limits.Value);
    }

    /// <summary>Requests, credits and time for so many styles.</summary>
    public static ProductPushCost Of(int styles, bool isV4, ProductSettings settings, JoorLimitOptions limits)
    {
        var batches = (styles + settings.MaxStylesPerRequest - 1) / settings.MaxStylesPerRequest;
        var (writes, reads) = isV4 ? (batches * StepsOfV4, 0) : styles == 1 ? (1, 0) : (batches, batches * ReadsOfJob);
        var credits = (writes * limits.WriteCredits) + (reads * limits.ReadCredits);
        var share = Math.Max(1, limits.CreditsPerWindow - ProductCredits.KeptBack(limits, settings.CreditShare));
        return new ProductPushCost(styles, writes + reads, credits, limits.Window * (credits / share));
    }
}

/// <summary>What a push would cost.</summary>
/// <param name="Styles">Styles in it.</param>
/// <param name="Requests">Requests to JOOR.</param>
/// <param name="Credits">Credits of the account.</param>
/// <param name="Time">Time spent waiting for credits when nobody else uses the account.</param>
public sealed record ProductPushCost(int Styles, int Requests, int Credits, TimeSpan Time);
