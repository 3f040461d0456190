using JoorBus.Inventory.Pushing;
using JoorBus.Joor;

namespace JoorBus.Inventory.Tests.Pushing;

/// <summary>Takes everything and remembers it, unless a test answers otherwise.</summary>
internal sealed class ListeningJoor : IStockSending
{
    public List<IReadOnlyList<JoorStock>> Requests { get; } = [];

    /// <summary>What JOOR holds of each UPC.</summary>
    public Dictionary<string, int> Stock { get; } = [];

    public Func<IReadOnlyList<JoorStock>, CancellationToken, Task<JoorAnswer<JoorStockResult>>> Answer { get; set; } = (entries, _) => Task.FromResult(Passed(entries));

    public static JoorAnswer<JoorStockResult> Passed(IReadOnlyList<JoorStock> entries) => new JoorAnswer<JoorStockResult>.Accepted(
        new JoorStockResult { Items = [.. entries.Select(entry => new JoorStockAnswer(entry, JoorStockOutcome.Passed, new JoorStockEntry(entry.Upc!, null, "pass")))] }, 5);

    public async Task<JoorAnswer<JoorStockResult>> SendAsync(string connection, IReadOnlyList<JoorStock> entries, JoorStockOptions options, CancellationToken cancellationToken)
    {
        Requests.Add(entries);
        var answer = await Answer(entries, cancellationToken);
        if (answer is JoorAnswer<JoorStockResult>.Accepted)
        {
            foreach (var entry in entries)
                Stock[entry.Upc!] = entry.Quantity;
        }

        return answer;
    }
}
