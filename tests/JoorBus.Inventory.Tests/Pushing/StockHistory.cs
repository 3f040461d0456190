using System.Globalization;
using JoorBus.Inventory.Identifying;
using JoorBus.Inventory.Pacing;
using JoorBus.Inventory.Pushing;
using JoorBus.Inventory.Receiving;
using JoorBus.Inventory.Setting;
using JoorBus.Joor;

namespace JoorBus.Inventory.Tests.Pushing;

/// <summary>A random history of one connection's stock, from the first level to rest.</summary>
internal sealed class StockHistory
{
    private const string Key = "brand";
    private static readonly TimeSpan Lease = new InventoryOptions().WorkerLease;
    private readonly Lane _lane;
    private readonly Random _random;
    private readonly MemoryJoor _joor;
    private readonly DeadlyStages _stages;
    private readonly bool _isRising;
    private readonly Dictionary<(string Item, string Warehouse), LedgerLevel> _ledger = [];
    private readonly List<(string Scope, string Item, LedgerLevel Level, string? Count)> _underWay = [];
    private readonly WarehouseCounts _counts;
    private readonly CustomerOrders _orders;
    private readonly bool _hasCounts;
    private readonly bool _hasOrders;
    private readonly Dictionary<string, ItemIdentity> _identities = [];
    private readonly List<string> _told = [];
    private InventorySettings _settings = new() { Id = default, Connection = Key };
    private ConnectionWork? _work;
    private ConnectionWork? _zombie;
    private StockPacer _pacer;
    private long _version;
    private int _owners;

    public StockHistory(Lane lane, int seed)
    {
        (_lane, _random) = (lane, new Random(seed));
        _isRising = _random.Next(5) == 0;
        (_hasCounts, _hasOrders) = (!_isRising && _random.Next(2) == 0, !_isRising && _random.Next(2) == 0);
        (_counts, _orders) = (new WarehouseCounts(lane, _random), new CustomerOrders(lane, _random));
        _joor = new MemoryJoor(_random) { OnlyRises = _isRising };
        _stages = new DeadlyStages(_random);
        (lane.Joor, lane.Stages) = (_joor, _stages);
        _pacer = new StockPacer(TimeSpan.FromSeconds(300), lane.Clock.GetUtcNow());
    }

    public int Steps { get; private set; }

    public int Kills { get; private set; }

    public int CountsApplied => _counts.Applied;

    public int CountsHeld => _counts.Held;

    public int Orders => _orders.Made;

    /// <returns>Null when JOOR ended as the reference model says; else what is wrong.</returns>
    public async Task<string?> RunAsync()
    {
        await _lane.EmptyAsync();
        await ChangeSettingsAsync(first: true);
        for (var action = _random.Next(7, 13); action > 0; action--)
            await ActAsync();
        await RestAsync();
        var faults = _joor.Faults.ToList();
        var again = Planning.StockPlan.Of(await _lane.Get<Planning.FactsReading>().ReadAsync(_settings, [.. _ledger.Keys.Select(key => key.Item).Distinct()], CancellationToken.None));
        if (!again.IsEmpty)
            faults.Add($"planned again: {string.Join(", ", again.Items.Select(item => $"{item}"))} {string.Join(", ", again.Slots.Select(slot => $"{slot.Key}"))}");
        await _counts.VanishAsync(_ledger);
        var wanted = ReferenceModel.Sells(_settings, _orders.Open, _ledger.GroupBy(level => level.Key.Item, level => level.Value).Select(item => item.ToList()));
        // Without any entry there is no request that overwrites.
        if (_settings.Mode == StockMode.Update || wanted.Count == 0)
            return Verdict(faults, wanted, [.. _joor.Sells.Where(line => !IsSkipped(line))]);
        return Verdict(faults, wanted, _joor.Sells);
    }

    private string? Verdict(List<string> faults, IReadOnlyList<string> wanted, IReadOnlyList<string> sells)
    {
        faults.AddRange(sells.Except(wanted).Select(line => $"JOOR has and should not: {line}"));
        faults.AddRange(wanted.Except(sells).Select(line => $"JOOR lacks: {line}"));
        return faults.Count == 0 ? null : string.Join('\n', [.. _told, .. faults]);
    }

    // Under every name that it ever had.
    private bool IsSkipped(string line) => _ledger.GroupBy(level => level.Key.Item)
        .Any(item => item.MaxBy(level => level.Value.Version).Value.Identity.SkipJoor == true && line.StartsWith($"{item.Key}-", StringComparison.Ordinal));

    private async Task ActAsync()
    {
        switch (_random.Next(16))
        {
            case < 4:
                ChangeLevels(_random.Next(1, 8));
                await DeliverAsync(all: false);
                break;
            case 4:
                await DeliverAsync(all: true);
                break;
            case 5 when !_isRising:
                await ChangeSettingsAsync(first: false);
                break;
            case 6:
                (_joor.Trouble, _stages.Chance) = (_random.Next(2) * 0.4, _random.Next(2) * 0.15);
                Tell($"trouble {_joor.Trouble}, death {_stages.Chance}");
                break;
            case 7:
                _joor.IsDenied = _random.Next(3) == 0;
                break;
            case 8:
                Tell("full push wanted");
                await _lane.Pushing.RequestFullAsync(Key, _random.Next(2) == 0, CancellationToken.None);
                break;
            case 9 when _work is not null:
                Kill("between two steps");
                break;
            case 10 or 14 when _hasCounts:
                // What was said before it begins is there by then.
                await DeliverAsync(all: true);
                Tell(await BeginCountAsync());
                break;
            case 11 or 12 or 15 when _hasOrders && _identities.Count > 0:
                Tell(await _orders.ChangeAsync(_identities, _version));
                break;
            case 13:
                await _lane.Pushing.ReconcileAsync(Key, CancellationToken.None);
                break;
        }

        for (var steps = _random.Next(0, 6); steps > 0; steps--)
            await StepAsync();
    }

    private void ChangeLevels(int count)
    {
        for (; count > 0; count--)
        {
            var item = $"item{_random.Next(5)}";
            var warehouse = _random.Next(3) switch { 0 => "North", 1 => "South", _ => "Attic" };
            _version++;
            _identities[item] = _isRising || _identities.ContainsKey(item) && _random.Next(6) > 0 ? _identities.GetValueOrDefault(item, Identity(item)) : Identity(item);
            var level = _isRising
                ? new LedgerLevel("North", _version, (int)_version, 0, null, false, _identities[item])
                : new LedgerLevel(warehouse, _version, _random.Next(0, 30), _random.Next(0, 10), Inbound(), _random.Next(12) == 0, _identities[item]);
            _ledger[(item, level.Warehouse)] = level;
            _underWay.Add((_hasCounts || _random.Next(2) == 0 ? "" : Key, item, level, null));
        }
    }

    private ItemIdentity Identity(string item) => new()
    {
        Sku = item,
        Upc = _isRising || _random.Next(4) > 0 ? $"{item}-upc" : $"{item}-upc{_random.Next(2)}",
        StyleNumber = $"{item}-style",
        StyleIdentifier = "s1",
        ColorCode = "001",
        SizeName = "M",
        SafetyStock = _isRising || _random.Next(3) > 0 ? null : _random.Next(4),
        SkipJoor = !_isRising && _random.Next(8) == 0 ? true : null,
    };

    private (DateOnly, int)? Inbound() => _random.Next(3) > 0 ? null : (new DateOnly(2026, 6, 1 + _random.Next(3)), _random.Next(1, 9));

    // In any order, some twice, some later.
    private async Task DeliverAsync(bool all)
    {
        for (var i = _underWay.Count - 1; i >= 0; i--)
        {
            var at = _random.Next(i + 1);
            var (scope, item, level, count) = _underWay[at];
            if (!all && _random.Next(4) == 0)
                continue;
            await StoreAsync(scope, item, level, count);
            if (_random.Next(5) > 0)
                _underWay.RemoveAt(at);
            else
                _underWay[at] = (scope, item, level, count);
        }

        if (!all)
            return;
        foreach (var (scope, item, level, count) in _underWay)
            await StoreAsync(scope, item, level, count);
        _underWay.Clear();
    }

    private async Task<string> BeginCountAsync()
    {
        var (count, version) = await _counts.BeginAsync(_ledger, _identities, _version);
        _version = version;
        foreach (var (item, level) in count.Told)
        {
            _ledger[(item, level.Warehouse)] = level;
            _underWay.Add(("", item, level, count.Id));
        }

        return $"{count.Id} of {count.Warehouse} from v{count.Version} tells {count.Told.Count}";
    }

    private Task<LevelsStored> StoreAsync(string scope, string item, LedgerLevel level, string? count)
    {
        Tell($"level {scope}/{item}@{level.Warehouse} v{level.Version} {count}: {level.OnHand}-{level.Allocated} {level.Inbound} {(level.MadeToOrder ? "mto" : "")} {level.Identity.Upc} {level.Identity.SkipJoor}");
        var row = new LevelRow
        {
            Connection = scope,
            Item = item,
            Warehouse = level.Warehouse,
            Version = level.Version,
            AsOf = LedgerLevel.TimeOf(level.Version).UtcDateTime,
            OnHand = level.OnHand,
            Allocated = level.Allocated,
            Inbound = level.Inbound is var (day, units) ? string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}={units}") : null,
            MadeToOrder = level.MadeToOrder,
            Identity = level.Identity.Write(),
            Snapshot = count,
            SnapshotVersion = count is null ? null : level.Version,
        };
        return _lane.Get<LevelStore>().StoreAsync([row]);
    }

    private async Task ChangeSettingsAsync(bool first)
    {
        var changed = _settings with
        {
            IsOn = true,
            Mode = _random.Next(3) == 0 ? StockMode.Overwrite : StockMode.Update,
            Warehouses = _isRising ? [new("North", "Default")] : _random.Next(3) switch
            {
                0 => [new("North", "Default")],
                1 => [new("North", "Default"), new("South", "Default")],
                _ => [new("North", "Default"), new("South", "Outlet"), new("Attic", "Outlet")],
            },
            Identity = !first && _random.Next(3) == 0 ? StockIdentity.Style : StockIdentity.Upc,
            Basis = _random.Next(2) == 0 ? StockBasis.AvailableToSell : StockBasis.OnHand,
            SafetyStock = _isRising ? 0 : _random.Next(4),
            SubtractsOpenOrders = _hasOrders && _random.Next(4) > 0,
            SendsFutureStock = _random.Next(3) > 0,
            SendsMadeToOrder = _random.Next(3) > 0,
            MaxItemsPerRequest = _random.Next(1, 7),
            ReconcileEvery = null,
        };
        var saved = await _lane.Settings.SaveAsync(changed, _settings.Version, CancellationToken.None);
        _settings = ((SettingsOutcome.Saved)saved).Settings;
        Tell($"settings {_settings.Version}: {_settings.Mode} {_settings.Identity} {_settings.Basis} less orders {_settings.SubtractsOpenOrders} keep {_settings.SafetyStock} future {_settings.SendsFutureStock} mto {_settings.SendsMadeToOrder} map {string.Join(',', _settings.Warehouses.Select(map => $"{map.Wms}>{map.Joor}"))}");
    }

    private async Task<DateTimeOffset?> StepAsync()
    {
        Steps++;
        if (_random.Next(3) == 0)
            await _counts.LookAsync();
        if (_zombie is not null && _random.Next(3) == 0)
        {
            // A host that does not know yet that it lost its lease, its clock being slow.
            _zombie.Lease.Renew(_lane.Clock.GetUtcNow() + Lease);
            await RunAsync(_zombie);
            _zombie = null;
        }

        if (_work is null && !await TakeAsync())
            return _lane.Clock.GetUtcNow();
        var rows = await _lane.Workers.LeaseAsync([Key], $"owner{_owners}", _lane.Clock.GetUtcNow(), Lease, CancellationToken.None);
        if (rows is [var row] && row.Epoch == _work!.Epoch)
        {
            _work.Lease.Renew(row.LeaseUntil);
            _work.Hear(row);
        }

        return await RunAsync(_work!);
    }

    private async Task<DateTimeOffset?> RunAsync(ConnectionWork work)
    {
        try
        {
            var options = new JoorConnectionOptions { Name = Key, Token = "token" };
            var step = await work.StepAsync(new WorkSurroundings(options, _settings, 1), CancellationToken.None);
            if (step.IsLost && work == _work)
                _work = null;
            if (step.NextAt > _lane.Clock.GetUtcNow() && work == _work)
                _lane.Clock.Advance(_random.Next(2) == 0 ? TimeSpan.FromMilliseconds(_random.Next(1500)) : step.NextAt.Value - _lane.Clock.GetUtcNow());
            return step.NextAt;
        }
        catch (KilledException)
        {
            Kill("within a step");
            return _lane.Clock.GetUtcNow();
        }
    }

    private async Task<bool> TakeAsync()
    {
        _owners++;
        var now = _lane.Clock.GetUtcNow();
        var rows = await _lane.Workers.LeaseAsync([Key], $"owner{_owners}", now, Lease, CancellationToken.None);
        if (rows is not [var row])
        {
            _lane.Clock.Advance(TimeSpan.FromSeconds(_random.Next(1, 50)));
            return false;
        }

        Tell($"owner{_owners} takes over as {row.Epoch}");
        _joor.LetLateOnesArrive();
        _pacer = new StockPacer(TimeSpan.FromSeconds(300), now);
        _work = new ConnectionWork(_lane.Parts, row, new HeldLease(row.LeaseUntil, _lane.Clock), _pacer, DateTimeOffset.MinValue);
        return true;
    }

    private void Kill(string where)
    {
        Kills++;
        Tell($"killed {where}");
        (_zombie, _work) = (_work, null);
        if (_random.Next(2) == 0)
            _joor.LetLateOnesArrive();
        else
            _lane.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    private async Task RestAsync()
    {
        await DeliverAsync(all: true);
        await _counts.EndAllAsync();
        (_joor.Trouble, _stages.Chance, _joor.IsDenied) = (0, 0, false);
        _joor.LetLateOnesArrive();
        await _lane.Pushing.RetryRefusedAsync(Key, null, CancellationToken.None);
        Tell("comes to rest");
        await DrainAsync();
        await _lane.Pushing.RetryRefusedAsync(Key, null, CancellationToken.None);
        if (_settings.Mode == StockMode.Overwrite)
            await _lane.Pushing.RequestFullAsync(Key, true, CancellationToken.None);
        await DrainAsync();
    }

    private async Task DrainAsync()
    {
        for (var round = 0; round < 300; round++)
        {
            await StepAsync();
            if (_work is not null && await StockRest.IsReachedAsync(_lane.Database, Key, _settings.Version))
                return;
            if (round > 20)
                _lane.Clock.Advance(TimeSpan.FromSeconds(60));
        }

        _joor.Faults.Add("it never came to rest");
    }

    private void Tell(string what) => _told.Add(what);
}
