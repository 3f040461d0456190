using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;

namespace JoorBus.Commands;

/// <summary>One option per setting of stock. The server checks values and names the allowed ones.</summary>
internal sealed class StockSettingOptions
{
    private readonly Option<bool> _on = new("--on") { Description = "Pushes stock of this connection" };
    private readonly Option<bool> _off = new("--off") { Description = "Stops pushing; JOOR keeps what it has" };
    private readonly WarehouseOptions _warehouses = new();
    private readonly Option<int?> _safetyStock = new("--safety-stock") { Description = "Units of each item kept back from JOOR; an item's or a warehouse's own number goes before" };
    private readonly Option<string?> _mode = Word("--mode", "update (default), or overwrite: full pushes remove from JOOR what they do not name", "update", "overwrite");
    private readonly Option<decimal?> _maxLoss = new("--max-overwrite-loss") { Description = "Share of JOOR's stocked items that an overwrite may drop without a person's word: 0 to 1, default 0.2" };
    private readonly Option<string?> _identity = Word("--identity", "How JOOR finds an item: upc (default) or style, by --template", "upc", "style");
    private readonly Option<string[]> _templates = new("--template") { Description = "For --identity style: styleNumber, styleIdentifier, colorCode or size as Handlebars over the item's fields, such as styleNumber='{{season}}-{{styleNumber}}'" };
    private readonly Option<string?> _basis = Word("--basis", "Which number is sold: available (default) or on-hand", "available", "on-hand");
    private readonly Option<bool?> _subtracts = new("--subtract-open-orders") { Description = "Whether units of JOOR orders newer than the warehouse's number are subtracted: true or false (default)" };
    private readonly Option<bool?> _decPending = new("--dec-pending") { Description = "Whether JOOR itself deducts its pending orders: true or false (default)" };
    private readonly Option<bool?> _future = new("--future-stock") { Description = "Whether units that will come are sent with their day: true (default) or false" };
    private readonly Option<bool?> _madeToOrder = new("--made-to-order") { Description = "Whether made to order is sent as such: true (default), or false, which sends 0" };
    private readonly Option<int?> _batch = new("--batch-size") { Description = "Items of one request: 1 to 50000, default 1000" };
    private readonly Option<decimal?> _share = new("--credit-share") { Description = "Share of the credits not kept for orders that stock may use: 0.05 to 1, default 1" };
    private readonly Option<string[]> _quiet = new("--quiet") { Description = "Hours without pushing, such as 22:00-06:00; may be given several times; none for none", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _zone = new("--time-zone") { Description = "IANA name of the zone of --quiet, such as America/New_York; default UTC" };
    private readonly Option<string?> _reconcile = new("--reconcile-every") { Description = "How often everything is sent again with leftover credits, such as 1.00:00:00 (a day, the default), or never" };
    private readonly Option<bool?> _saysImmediate = new("--says-immediate") { Description = "Whether immediate stock carries the word IMMEDIATE as its date: true or false (default)" };
    private readonly Option<bool?> _spellsIdentifer = new("--spells-identifer") { Description = "Whether style_identifier is spelt style_identifer, as JOOR's reference prints it: true or false (default)" };

    public void AddTo(Command command)
    {
        _warehouses.AddTo(command);
        foreach (var option in new Option[]
        {
            _on, _off, _safetyStock, _mode, _maxLoss, _identity, _templates, _basis, _subtracts, _decPending, _future, _madeToOrder, _batch, _share, _quiet, _zone, _reconcile,
            _saysImmediate, _spellsIdentifer,
        })
        {
            command.Add(option);
        }
    }

    public void Apply(ParseResult parsed, SettingEdits edits)
    {
        edits.Switch(_on, _off, "isOn");
        _warehouses.Apply(parsed, edits);
        edits.Number(_safetyStock, "safetyStock");
        edits.Word(_mode, "mode");
        edits.Share(_maxLoss, "maxOverwriteLoss");
        edits.Word(_identity, "identity");
        edits.Word(_basis, "basis", word => word.Equals("on-hand", StringComparison.OrdinalIgnoreCase) ? "onHand" : "availableToSell");
        edits.Flag(_subtracts, "subtractsOpenOrders");
        edits.Flag(_decPending, "decPending");
        edits.Flag(_future, "sendsFutureStock");
        edits.Flag(_madeToOrder, "sendsMadeToOrder");
        edits.Number(_batch, "maxItemsPerRequest");
        edits.Share(_share, "creditShare");
        edits.Word(_zone, "timeZone");
        edits.Word(_reconcile, "reconcileEvery", word => word.Equals("never", StringComparison.OrdinalIgnoreCase) ? null : word);
        edits.Flag(_saysImmediate, "saysImmediate");
        edits.Flag(_spellsIdentifer, "spellsIdentifer");
        Templates(edits);
        Quiet(parsed, edits);
    }

    private void Templates(SettingEdits edits)
    {
        foreach (var (name, template) in edits.Pairs(_templates).ToList())
        {
            var templates = edits.Settings["templates"]!.AsObject();
            if (templates.ContainsKey(name))
                edits.Set("templates", new JsonObject([.. templates.Select(pair => KeyValuePair.Create(pair.Key, pair.Key == name ? template : pair.Value?.DeepClone()))]));
            else
                edits.Refuse($"--template names '{name}'; allowed are {string.Join(", ", templates.Select(pair => pair.Key))}");
        }
    }

    private void Quiet(ParseResult parsed, SettingEdits edits)
    {
        if (parsed.GetValue(_quiet) is not { Length: > 0 } given)
            return;
        var hours = new JsonArray();
        foreach (var text in given.Where(text => !text.Equals("none", StringComparison.OrdinalIgnoreCase)))
        {
            if (text.Split('-') is [var from, var to] && Time(from) is { } start && Time(to) is { } end)
                hours.Add(new JsonObject { ["from"] = start, ["to"] = end });
            else
                edits.Refuse($"--quiet is '{text}'; write two times of day, such as 22:00-06:00");
        }

        edits.Set("quietHours", hours);
    }

    private static string? Time(string text) =>
        TimeOnly.TryParseExact(text.Trim(), ["H:mm", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : null;

    private static Option<string?> Word(string name, string description, params string[] allowed) => new Option<string?>(name) { Description = description }.AcceptOnlyFromAmong(allowed);
}
