using JoorBus.Inventory.Pushing;
using JoorBus.Joor;

namespace JoorBus.Inventory.Tests.Pushing;

/// <summary>JOOR's stock of one account in memory, with the rules of the stand-in: overwrite replaces all, made to order clears the item.</summary>
internal sealed class MemoryJoor(Random random) : IStockSending
{
    private readonly Dictionary<(string Item, string Warehouse, DateOnly? Date), (int Quantity, bool IsMadeToOrder)> _stock = [];
    private readonly List<Action> _late = [];

    /// <summary>Share of requests that go wrong.</summary>
    public double Trouble { get; set; }

    public bool IsDenied { get; set; }

    public int Requests { get; private set; }

    /// <summary>Quantities may only rise: a smaller one would be an older one.</summary>
    public bool OnlyRises { get; init; }

    public List<string> Faults { get; } = [];

    /// <summary>What JOOR would sell: zeros say nothing.</summary>
    public IReadOnlyList<string> Sells =>
        [.. _stock.Where(entry => entry.Value.Quantity > 0 || entry.Value.IsMadeToOrder).Select(entry => Line(entry.Key.Item, entry.Key.Warehouse, entry.Key.Date, entry.Value)).Distinct().Order(StringComparer.Ordinal)];

    public static string Line(string item, string warehouse, DateOnly? date, (int Quantity, bool IsMadeToOrder) stock) =>
        stock.IsMadeToOrder ? $"{item} made to order" : $"{item} @ {warehouse} {date?.ToString("yyyy-MM-dd") ?? "now"} = {stock.Quantity}";

    public static string NameOf(JoorStock entry) => entry.Upc ?? $"{entry.StyleNumber}|{entry.StyleIdentifier}|{entry.ColorCode}|{entry.Size}";

    /// <summary>Requests whose sender died on the way arrive.</summary>
    public void LetLateOnesArrive()
    {
        _late.ForEach(effect => effect());
        _late.Clear();
    }

    public Task<JoorAnswer<JoorStockResult>> SendAsync(string connection, IReadOnlyList<JoorStock> entries, JoorStockOptions options, CancellationToken cancellationToken)
    {
        Requests++;
        return Task.FromResult(Answer(entries, options));
    }

    private JoorAnswer<JoorStockResult> Answer(IReadOnlyList<JoorStock> entries, JoorStockOptions options)
    {
        if (IsDenied)
            return new JoorAnswer<JoorStockResult>.Unauthorised("the token is not valid");
        if (random.NextDouble() >= Trouble)
            return Accept(entries, options, _ => "pass");
        switch (random.Next(8))
        {
            case 0:
                return new JoorAnswer<JoorStockResult>.Failed(500, "no effect");
            case 1:
                Accept(entries, options, _ => "pass");
                return new JoorAnswer<JoorStockResult>.Failed(500, "after effect");
            case 2:
                Accept(entries, options, _ => "pass");
                return new JoorAnswer<JoorStockResult>.OutcomeUnknown("timed out after effect");
            case 3:
                return new JoorAnswer<JoorStockResult>.Unreachable("no route");
            case 4:
                return new JoorAnswer<JoorStockResult>.Refused("the call is wrong");
            case 5:
                _late.Add(() => Accept(entries, options, _ => "pass"));
                throw new KilledException();
            case 6:
                return Accept(entries, options, _ => random.Next(3) == 0 ? "fail: sku not found" : "pass");
            default:
                return Accept(entries, options, _ => random.Next(3) == 0 ? "queued" : "pass");
        }
    }

    private JoorAnswer<JoorStockResult>.Accepted Accept(IReadOnlyList<JoorStock> entries, JoorStockOptions options, Func<JoorStock, string> status)
    {
        if (options.Overwrite)
            _stock.Clear();
        var answers = new List<JoorStockAnswer>();
        foreach (var entry in entries)
        {
            var said = status(entry);
            // What it only queued, it may have taken or not.
            if (said == "pass" || (said == "queued" && random.Next(2) == 0))
                Take(entry);
            answers.Add(new JoorStockAnswer(
                entry,
                said == "pass" ? JoorStockOutcome.Passed : said == "queued" ? JoorStockOutcome.Unconfirmed : JoorStockOutcome.Failed,
                new JoorStockEntry(NameOf(entry), null, said)));
        }

        return new JoorAnswer<JoorStockResult>.Accepted(new JoorStockResult { Items = answers }, 100);
    }

    private void Take(JoorStock entry)
    {
        var key = (NameOf(entry), entry.Warehouse!, entry.Date);
        if (entry.MadeToOrder == true)
        {
            foreach (var other in _stock.Keys.Where(other => other.Item == key.Item1).ToList())
                _stock.Remove(other);
        }

        if (OnlyRises && entry.Quantity != 0 && _stock.TryGetValue(key, out var before) && before.Quantity > entry.Quantity)
            Faults.Add($"{key} went back from {before.Quantity} to {entry.Quantity}");
        _stock[key] = (entry.Quantity, entry.MadeToOrder == true);
    }
}

/// <summary>The process died here.</summary>
internal sealed class KilledException : Exception;

/// <summary>Dies at stages, by chance.</summary>
internal sealed class DeadlyStages(Random random) : IPushStages
{
    public double Chance { get; set; }

    public Task ReachedAsync(PushStage stage) => random.NextDouble() < Chance ? throw new KilledException() : Task.CompletedTask;
}
