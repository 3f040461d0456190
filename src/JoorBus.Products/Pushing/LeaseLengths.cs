using JoorBus.Joor;

namespace JoorBus.Products.Pushing;

/// <summary>How long a lease reaches: at any moment beyond one attempt of a request, so that a host that is killed leaves none under way when another goes on.</summary>
/// <param name="Request">Usually.</param>
/// <param name="Upload">While JOOR takes a file.</param>
/// <param name="Renewal">Time between two renewals.</param>
internal sealed record LeaseLengths(TimeSpan Request, TimeSpan Upload, TimeSpan Renewal)
{
    private const int RenewalsPerLease = 3;

    public static LeaseLengths Of(JoorConnectionOptions connection, JoorOptions joor, TimeSpan lease)
    {
        var renewal = lease / RenewalsPerLease;
        var request = Longer(lease, connection.RequestTimeout + renewal);
        return new LeaseLengths(request, Longer(request, joor.UploadTimeout + renewal), renewal);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
