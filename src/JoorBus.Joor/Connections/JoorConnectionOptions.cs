using JoorBus.Contracts.Orders;

namespace JoorBus.Joor;

/// <summary>One JOOR connection, configuration section <c>Connections:N</c>.</summary>
public sealed class JoorConnectionOptions
{
    public const string SectionName = "Connections";

    /// <summary>Unique name in logs and screens: 1 to 64 letters, digits, spaces, '.', '_' or '-'.</summary>
    public string Name { get; set; } = "";

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

    /// <summary>Instead of JOOR's v2 base; https, or http to this machine. Example: http://localhost:5080/v2.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Instead of JOOR's v4 token service; same rule as <see cref="BaseUrl"/>.</summary>
    public string? TokenUrl { get; set; }

    /// <summary>Default JSON.</summary>
    public JoorFormat Format { get; set; } = JoorFormat.Json;

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

    /// <summary>How far a read window reaches back into the one before it: 0 to 1 day, default 2 min.</summary>
    public TimeSpan WindowOverlap { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Default <see cref="JoorExportMark.Page"/>.</summary>
    public JoorExportMark ExportMark { get; set; } = JoorExportMark.Page;

    /// <summary>JOOR's order_type codes for reads whose filter leaves the status open. Default 4 = Approved, 3 = Pending (seen in live use).</summary>
    public IReadOnlyDictionary<string, JoorOrderStatus> OrderTypeCodes { get; set; } = new Dictionary<string, JoorOrderStatus>
    {
        ["4"] = JoorOrderStatus.Approved,
        ["3"] = JoorOrderStatus.Pending,
    };
}
