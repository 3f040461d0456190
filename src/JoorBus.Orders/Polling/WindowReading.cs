using JoorBus.Joor;

namespace JoorBus.Orders.Polling;

/// <summary>Reads one window and stores it page by page, as it comes.</summary>
public sealed class WindowReading(JoorOrderReader reader, JoorOrderWindow window)
{
    public int Changed { get; private set; }

    /// <summary>JOOR's clock at the first answer; null when JOOR does not say.</summary>
    public DateTimeOffset? ServerTime { get; private set; }

    /// <summary>Set when there are no credits before this time.</summary>
    public DateTimeOffset? NotBefore { get; private set; }

    /// <summary>Null when the whole window was seen and stored; otherwise why not. <paramref name="store"/> gives null when the lease is lost.</summary>
    public async Task<string?> RunAsync(Func<IReadOnlyList<JoorOrderReading>, Task<int?>> store, CancellationToken cancellationToken)
    {
        await foreach (var answer in reader.ReadWindowAsync(window, cancellationToken).ConfigureAwait(false))
        {
            if (answer is not JoorAnswer<JoorOrderPage>.Accepted { Value: var page })
            {
                NotBefore = (answer as JoorAnswer<JoorOrderPage>.Throttled)?.Until;
                return answer.Explain();
            }

            ServerTime ??= page.ServerTime;
            if (page.Orders.Count > 0)
            {
                if (await store(page.Orders).ConfigureAwait(false) is not { } changed)
                {
                    return "another host took over this connection";
                }

                Changed += changed;
            }

            if (page.Shifted is { } shifted)
            {
                return shifted;
            }
        }

        return null;
    }
}
