using JoorBus.Joor;
using JoorBus.Products.Setting;
using Microsoft.Extensions.Options;

namespace JoorBus.Products.Pushing;

/// <summary>What one turn of a connection works with.</summary>
internal sealed record Turn(JoorConnectionOptions Connection, ProductSettings Settings, LeaseGuard Guard, JoorClient Client)
{
    public bool IsV4 => Connection.ApiVersion == JoorApiVersion.V4;

    public ICallSending Sending(PushProgress progress, FactsCache facts, IOptions<ProductOptions> options, TimeProvider clock) =>
        IsV4 ? new CatalogSending(Client, progress, facts) : new StyleSending(Client, progress, new StyleJobs(Client, progress, options, clock));

    public IKnownReading Reading(FactsCache facts) => IsV4 ? new CatalogReading(Client, Guard, facts) : new StyleReading(Client, Guard, facts);
}
