using System.Globalization;
using JoorBus.Connections.Sealing;
using JoorBus.Inventory;
using JoorBus.Joor;
using JoorBus.Messaging;
using JoorBus.Orders;
using JoorBus.Persistence;
using JoorBus.Products;
using Npgsql;

namespace JoorBus.Configuring;

/// <summary>From configuration to settings, with every fault at once.</summary>
public sealed class HostSettingsReader
{
    private readonly IConfiguration configuration;
    private readonly List<string> faults = [];

    private HostSettingsReader(IConfiguration configuration) => this.configuration = configuration;

    /// <summary>The settings, or what is wrong with them; each fault names its key, the bad value and what is allowed.</summary>
    public static (HostSettings Settings, IReadOnlyList<string> Faults) Read(IConfiguration configuration)
    {
        var (resolved, unread) = SecretFiles.Resolve(configuration);
        var reader = new HostSettingsReader(resolved);
        reader.faults.AddRange(unread);
        return (reader.Read(), reader.faults);
    }

    private HostSettings Read()
    {
        var (connections, connectionFaults) = JoorConnectionReader.Read(configuration);
        var (limits, limitFaults) = JoorLimitReader.Read(configuration);
        var (hosts, hostFaults) = JoorHostsReader.Read(configuration);
        var (joor, joorFaults) = JoorOptionsReader.Read(configuration);
        var settings = new HostSettings
        {
            Persistence = ReadPersistence(),
            Messaging = ReadMessaging(),
            Orders = ReadOrders(),
            Inventory = Section("Inventory", new InventoryOptions()),
            Products = Section("Products", new ProductOptions()),
            Connections = connections,
            MasterKeys = new MasterKeyOptions { File = Given("MasterKeyFile"), Text = Given("MasterKey") },
            Joor = joor,
            Limits = limits,
            JoorHosts = hosts,
            Http = new HttpSettings(configuration["Http:Urls"] ?? HttpSettings.DefaultUrls, Given("Http:Token")) { HealthUrl = Given("Http:HealthUrl") },
            Otlp = ReadOtlp(),
            DataFolder = configuration["DataFolder"] ?? Path.Combine(Environment.CurrentDirectory, ".joorbus"),
        };
        faults.AddRange(settings.Persistence.Faults().Select(OfPersistence));
        faults.AddRange(settings.Messaging.Faults());
        faults.AddRange(settings.Orders.Faults());
        faults.AddRange(settings.Inventory.Faults());
        faults.AddRange(settings.Products.Faults());
        faults.AddRange(settings.MasterKeys.Faults());
        faults.AddRange(HttpFaults.Of(settings.Http));
        faults.AddRange(connectionFaults);
        faults.AddRange(joorFaults);
        faults.AddRange(limitFaults);
        faults.AddRange(hostFaults);
        return settings;
    }

    private PersistenceOptions ReadPersistence()
    {
        var options = new PersistenceOptions();
        options.ConnectionString = configuration["Postgres"] ?? "";
        options.Schema = configuration["Persistence:Schema"] ?? options.Schema;
        options.InboxRetention = Duration("Persistence:InboxRetention", options.InboxRetention);
        options.OutboxLease = Duration("Persistence:OutboxLease", options.OutboxLease);
        options.MaxUnitsPerCommit = Number("Persistence:MaxUnitsPerCommit", options.MaxUnitsPerCommit);
        options.CommitLanes = Number("Persistence:CommitLanes", options.CommitLanes);
        CheckPostgres(options.ConnectionString);
        if (faults.Count == 0 && Given("PostgresPassword") is { } password)
        {
            options.ConnectionString = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Password = password }.ConnectionString;
        }

        return options;
    }

    private Uri? ReadOtlp()
    {
        if (Given(ConfigurationSources.Otlp) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        faults.Add($"{ConfigurationSources.Otlp} is '{text}'; write the address of a collector such as http://localhost:4317");
        return null;
    }

    private MessagingOptions ReadMessaging()
    {
        var options = new MessagingOptions { RabbitMq = BrokerAddress.Of(Given("RabbitMq"), Given("RabbitMqPassword")), Nodes = Given("Bus:Nodes") };
        options.Transport = Choice<BusTransport>("Bus:Transport");
        options.Queues = Choice<QueueKind>("Bus:Queues") ?? options.Queues;
        options.DeliveryLimit = Number("Bus:DeliveryLimit", options.DeliveryLimit);
        options.Concurrency = Number("Bus:Concurrency", options.Concurrency);
        return options;
    }

    private OrdersOptions ReadOrders()
    {
        var options = new OrdersOptions();
        options.SilenceAfter = Duration("Orders:SilenceAfter", options.SilenceAfter);
        options.SilenceInterval = Duration("Orders:SilenceInterval", options.SilenceInterval);
        options.PollLease = Duration("Orders:PollLease", options.PollLease);
        return options;
    }

    private T Section<T>(string name, T options)
        where T : class
    {
        SectionReader.Read(configuration.GetSection(name), options, $"JOORBUS__{name.ToUpperInvariant()}", faults);
        return options;
    }

    private void CheckPostgres(string text)
    {
        if (text.Length == 0)
        {
            faults.Add("JOORBUS__POSTGRES is missing; write Host=localhost;Username=joorbus;Password=…;Database=joorbus");
            return;
        }

        try
        {
            _ = new NpgsqlConnectionStringBuilder(text);
        }
        catch (ArgumentException fault)
        {
            faults.Add($"JOORBUS__POSTGRES is not a PostgreSQL connection string: {fault.Message}; write Host=localhost;Username=joorbus;Password=…;Database=joorbus");
        }
    }

    private string? Given(string key) => configuration[key] is { Length: > 0 } text ? text : null;

    private TimeSpan Duration(string key, TimeSpan otherwise) =>
        Parse(key, text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : (TimeSpan?)null, "a duration such as 00:00:30") ?? otherwise;

    private int Number(string key, int otherwise) =>
        Parse(key, text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : (int?)null, "a whole number") ?? otherwise;

    private T? Choice<T>(string key)
        where T : struct, Enum =>
        Parse(key, text => Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<T>(text, ignoreCase: true) : (T?)null, string.Join(" or ", Enum.GetNames<T>()));

    // Its options know their properties, not the keys that people set.
    private static string OfPersistence(string fault)
    {
        var end = fault.IndexOf(' ', StringComparison.Ordinal);
        return $"JOORBUS__PERSISTENCE__{fault[..end].ToUpperInvariant()}{fault[end..]}";
    }

    private T? Parse<T>(string key, Func<string, T?> parse, string allowed)
        where T : struct
    {
        if (configuration[key] is not { Length: > 0 } text)
        {
            return null;
        }

        if (parse(text) is { } value)
        {
            return value;
        }

        faults.Add($"JOORBUS__{key.Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant()} is '{text}'; allowed is {allowed}");
        return null;
    }
}
