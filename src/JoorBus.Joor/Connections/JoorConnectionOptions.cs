using JoorBus.Contracts.Orders;

namespace JoorBus.Joor;

/// <summary>One JOOR connection, configuration section <c>Connections:N</c>.</summary>
public sealed class JoorConnectionOptions
{
    public const string SectionName = "Connections";

    /// <summary>Unique name in logs and screens: 1 to 64 letters, digits, spaces, '.', '_' or '-'.</summary>
    public string Name { get; set; } = "";

    /// <summary>Stable identity under which everything about the connection is stored; its first name. Default <see cref="Name"/>.</summary>
    public string Key
    {
        get => field ?? Name;
        set;
    }

    /// <summary>Version of the stored connection; 0 for one from configuration.</summary>
    public int Revision { get; set; }

    /// <summary>Default v2.</summary>
    public JoorApiVersion ApiVersion { get; set; } = JoorApiVersion.V2;

    /// <summary>Default production.</summary>
    public JoorEnvironment Environment { get; set; } = JoorEnvironment.Production;

    /// <summary>v2 token as JOOR gives it, not yet Base64. Secret.</summary>
    public string? Token { get; set; }

    /// <summary>JOOR account id; connections with the same one share credits. Without it the token decides.</summary>
    public string? AccountId { get; set; }

    /// <summary>v4 OAuth client.</summary>
    public string? ClientId { get; set; }

    /// <summary>v4 OAuth client's secret.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>v4 user.</summary>
    public string? Username { get; set; }

    /// <summary>v4 user's password. Secret.</summary>
    public string? Password { get; set; }

    /// <summary>Instead of JOOR's base; https, or http to this machine. Ends in /v2 or /v4, the other is derived. Example: http://localhost:5080/v2.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Instead of JOOR's v4 token service; same rule as <see cref="BaseUrl"/>.</summary>
    public string? TokenUrl { get; set; }

    /// <summary>Format of request bodies of v2, default JSON. v4 knows JSON only.</summary>
    public JoorFormat Format { get; set; } = JoorFormat.Json;

    /// <summary>Format asked of v2's answers; default <see cref="Format"/>.</summary>
    public JoorFormat? AnswerFormat { get; set; }

    /// <summary>Requests at once, 1 to 25, default 5; unused where <see cref="BorrowConcurrencyFrom"/> is set.</summary>
    public int Concurrency { get; set; } = 5;

    /// <summary>Name of the connection whose concurrency this one shares; null for its own.</summary>
    public string? BorrowConcurrencyFrom { get; set; }

    /// <summary>Whether v2, too, awaits each answer before the next call of the same endpoint, as JOOR advises for v4. Default true.</summary>
    public bool OneAtATime { get; set; } = true;

    /// <summary>PEM of one CA or server certificate trusted for this connection only; null for the machine's trust alone.</summary>
    public string? TrustedCertificate { get; set; }

    /// <summary>Longest time for a request with its repeats and waits between them: RequestTimeout to 1 h, default 2 min.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Through which API orders are read; default auto: v2 where there is a v2 token, else v4.</summary>
    public JoorOrdersThrough OrdersThrough { get; set; } = JoorOrdersThrough.Auto;

    /// <summary>Time between two order reads: 1 s to 1 day, default 10 s.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time for one attempt including its body: 1 s to 10 min, default 30 s.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Orders per page: 1 to 500, default 50 (JOOR documents no maximum).</summary>
    public int PageSize { get; set; } = 50;

    /// <summary>Largest answer read, in bytes: 1 KiB to 1 GiB, default 64 MiB.</summary>
    public long MaxAnswerBytes { get; set; } = 64L << 20;

    /// <summary>Largest single order read, in bytes of JSON: 1 KiB to <see cref="MaxAnswerBytes"/>, default 16 MiB.</summary>
    public long MaxOrderBytes { get; set; } = 16L << 20;

    /// <summary>Statuses that are imported: at least one, default Approved.</summary>
    public IReadOnlyList<JoorOrderStatus> OrderStatuses { get; set; } = [JoorOrderStatus.Approved];

    /// <summary>Orders approved (or, not approved, created) before this are ignored.</summary>
    public DateTimeOffset? StartDate { get; set; }

    /// <summary>How late JOOR may show an order that is still found, by a look further back twice in this time: 0 to 1 day, default 2 min.</summary>
    public TimeSpan WindowOverlap { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Default <see cref="JoorExportMark.Page"/>.</summary>
    public JoorExportMark ExportMark { get; set; } = JoorExportMark.Page;

    /// <summary>JOOR's order_type codes for reads whose filter leaves the status open. Default 4 = Approved, 3 = Pending (seen in live use).</summary>
    public IReadOnlyDictionary<string, JoorOrderStatus> OrderTypeCodes { get; set; } = new Dictionary<string, JoorOrderStatus>
    {
        ["4"] = JoorOrderStatus.Approved,
        ["3"] = JoorOrderStatus.Pending,
    };

    /// <summary>Whether everything is there that a v4 login and call need.</summary>
    internal bool HasV4Credentials =>
        !string.IsNullOrEmpty(AccountId) && !string.IsNullOrEmpty(ClientId) && !string.IsNullOrEmpty(ClientSecret)
        && !string.IsNullOrEmpty(Username) && !string.IsNullOrEmpty(Password);

    /// <summary>The same connection in JOOR's other installation.</summary>
    internal JoorConnectionOptions Elsewhere()
    {
        var other = (JoorConnectionOptions)MemberwiseClone();
        other.Environment = Environment == JoorEnvironment.Production ? JoorEnvironment.Sandbox : JoorEnvironment.Production;
        return other;
    }
}
