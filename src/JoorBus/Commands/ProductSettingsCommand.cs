using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using JoorBus.Asking;
using JoorBus.Http;

namespace JoorBus.Commands;

/// <summary><c>joorbus products settings</c></summary>
internal static class ProductSettingsCommand
{
    public static Command Create()
    {
        var name = ProductsCommand.Name();
        var options = new ProductSettingOptions();
        var json = SharedOptions.Json();
        var server = new ServerOptions();
        var command = new Command(
            "settings",
            "Shows how styles of a connection get to JOOR, or changes what is given. Example: joorbus products settings acme --on --price-type EUR=Wholesale")
        {
            name, json,
        };
        options.AddTo(command);
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) => await Answered.WriteAsync(
            parsed,
            await SettingsAsking.AskAsync(parsed, server.Read(parsed), $"{ProductsCommand.PathOf(parsed.GetValue(name)!)}/settings", edits => options.Apply(parsed, edits), [], cancellationToken),
            parsed.GetValue(json),
            (output, text) => SettingsReport.Write(output, JsonSerializer.Deserialize(text, ApiJson.Default.SettingsView)!, "products")));
        return command;
    }

    private sealed class ProductSettingOptions
    {
        private readonly Option<bool> _on = new("--on") { Description = "Pushes styles of this connection" };
        private readonly Option<bool> _off = new("--off") { Description = "Stops pushing; JOOR keeps what it has" };
        private readonly Option<string[]> _priceTypes = new("--price-type") { Description = "CURRENCY=LABEL of a price type that is sent, exactly as in JOOR; may be given several times, and replaces those before" };
        private readonly Option<bool> _allPriceTypes = new("--all-price-types") { Description = "Sends every price that a style has" };
        private readonly Option<bool?> _images = new("--images") { Description = "Whether images and swatches are sent: true (default) or false" };
        private readonly Option<bool?> _linesheets = new("--linesheets") { Description = "Whether linesheets are sent: true (default) or false" };
        private readonly Option<bool?> _manual = new("--keep-manual-linesheets") { Description = "Whether linesheets that people made in JOOR stay: true (default) or false" };
        private readonly Option<bool?> _removes = new("--remove-unasked") { Description = "Whether removals go to JOOR, cancelling what is on open orders, without a person's word: true or false (default)" };
        private readonly Option<int?> _batch = new("--batch-size") { Description = "Styles of one request: 1 to 1000, default 50" };
        private readonly Option<decimal?> _share = new("--credit-share") { Description = "Share of the credits not kept for orders that products may use: 0.05 to 1, default 0.5" };
        private readonly Option<string?> _reconcile = new("--reconcile-every") { Description = "How often JOOR's styles are read and compared, such as 7.00:00:00 (a week, the default), or never" };

        public void AddTo(Command command)
        {
            foreach (var option in new Option[] { _on, _off, _priceTypes, _allPriceTypes, _images, _linesheets, _manual, _removes, _batch, _share, _reconcile })
                command.Add(option);
        }

        public void Apply(ParseResult parsed, SettingEdits edits)
        {
            edits.Switch(_on, _off, "isOn");
            edits.Flag(_images, "sendsImages");
            edits.Flag(_linesheets, "sendsDeliveries");
            edits.Flag(_manual, "keepsManualDeliveries");
            edits.Flag(_removes, "removesUnasked");
            edits.Number(_batch, "maxStylesPerRequest");
            edits.Share(_share, "creditShare");
            edits.Word(_reconcile, "reconcileEvery", word => word.Equals("never", StringComparison.OrdinalIgnoreCase) ? null : word);
            var types = edits.Pairs(_priceTypes).Select(pair => (JsonNode)new JsonObject { ["currency"] = pair.Name, ["label"] = pair.Value }).ToArray();
            if (types.Length > 0 && parsed.GetValue(_allPriceTypes))
                edits.Refuse($"{_priceTypes.Name} and {_allPriceTypes.Name} exclude each other");
            else if (types.Length > 0)
                edits.Set("priceTypes", new JsonArray(types));
            else if (parsed.GetValue(_allPriceTypes))
                edits.Set("priceTypes", null);
        }
    }
}
