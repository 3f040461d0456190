namespace JoorBus.Simulators.Joor;

/// <summary>How the JOOR stand-in behaves.</summary>
public sealed record JoorSimulatorOptions
{
    /// <summary>Port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>API tokens as JOOR hands them out, before Base64. Each is one account with its own orders and credits.</summary>
    public IReadOnlyList<string> Tokens { get; init; } = ["simulator-token"];

    /// <summary>Orders per page when a request names no count. JOOR: 50.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary>Whether requests beyond the credits are answered with 429.</summary>
    public bool IsThrottling { get; init; } = true;

    /// <summary>Credits of one account and window; a GET costs 1, anything else 5. JOOR: 300.</summary>
    public int CreditsPerWindow { get; init; } = 300;

    /// <summary>Length of the fixed window, which starts with its first request. JOOR: 300 seconds.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Wait before each answer.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Seed of generated orders, of amendments and of the faults' draws.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Shape of the answers.</summary>
    public JoorEnvelope Envelope { get; init; }

    /// <summary>Whether a request without Content-Type and Accept is refused with 415.</summary>
    public bool RequiresMimeType { get; init; }

    /// <summary>Lines of a generated order.</summary>
    public int LinesPerOrder { get; init; } = 12;

    /// <summary>Fields whose emptiness fails a checked read (check=1 or 3), by their v2 names, such as "customer_code".</summary>
    public IReadOnlyList<string> RequiredFields { get; init; } = [];

    /// <summary>order_type of a draft. The value is not documented.</summary>
    public string NotesTypeCode { get; init; } = "1";

    /// <summary>order_type of a pending order. "3" was seen.</summary>
    public string PendingTypeCode { get; init; } = "3";

    /// <summary>order_type of an approved order. "4" was seen.</summary>
    public string ApprovedTypeCode { get; init; } = "4";

    /// <summary>order_type of a shipped order. The value is not documented.</summary>
    public string ShippedTypeCode { get; init; } = "6";

    /// <summary>order_type of a cancelled order. That there is one is known, its value is not documented.</summary>
    public string CancelledTypeCode { get; init; } = "5";
}
