using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace JoorBus.Simulators.Joor;

/// <summary>How the JOOR stand-in behaves.</summary>
public sealed record JoorSimulatorOptions
{
    /// <summary>Where it listens; this machine alone by default. Elsewhere the control endpoints are open, too: for a network of its own, as containers have.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Port there; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>File that orders and stock are kept in over a restart; null forgets them.</summary>
    public string? MemoryFile { get; init; }

    /// <summary>API tokens as JOOR hands them out, before Base64. Each is one account with its own orders and credits.</summary>
    public IReadOnlyList<string> Tokens { get; init; } = ["simulator-token"];

    /// <summary>The accounts. When empty, each of <see cref="Tokens"/> is one, numbered from 1001.</summary>
    public IReadOnlyList<JoorSimulatorAccount> Accounts { get; init; } = [];

    /// <summary>Which of JOOR's worlds is played.</summary>
    public JoorServerRole ServerRole { get; init; }

    /// <summary>Listens on https with this certificate (its private key included); null is plain http.</summary>
    public X509Certificate2? Certificate { get; init; }

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

    /// <summary>Requests of one account that may be under way at once; more are answered with 429. JOOR documents none: null sets none, and it is measured all the same.</summary>
    public int? ConcurrencyLimit { get; init; }

    /// <summary>HTTP status of v2's answer to content it refuses; 200 leaves it to the code in the response block. Neither is documented.</summary>
    public int RefusalStatus { get; init; } = 400;

    /// <summary>Life of a v4 access token. JOOR: 36000 seconds.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromSeconds(36_000);

    /// <summary>Largest page_size of v4; above it 400. A live client keeps to 200; JOOR's own limit is not documented.</summary>
    public int MaxPageSize { get; init; } = 200;

    /// <summary>Whether v4 echoes a refused element with camelCase keys, as the samples seen do, or as it was sent.</summary>
    public bool CamelCaseDetails { get; init; } = true;

    /// <summary>Whether a v4 bulk call of which nothing was accepted is answered with 400 instead of 200.</summary>
    public bool AllRejectedIs400 { get; init; }

    /// <summary>Whether v4 lists tell page, page_size and total. JOOR's paging fields are not documented.</summary>
    public bool WithPagination { get; init; }

    /// <summary>Whether v4 order lines name the item's UPC themselves. JOOR documents identifiers with the SKU only.</summary>
    public bool LineItemsNameIdentifiers { get; init; }

    /// <summary>Reach of overwrite=1.</summary>
    public JoorOverwriteScope OverwriteScope { get; init; }

    /// <summary>Stock for a warehouse that is not there.</summary>
    public JoorUnknownWarehouse UnknownWarehouse { get; init; }

    /// <summary>Stock for an item that is not there.</summary>
    public JoorUnknownSku UnknownSku { get; init; }

    /// <summary>Time one bulk job takes, by the simulator's clock; jobs of an account run one after the other.</summary>
    public TimeSpan JobDuration { get; init; }

    /// <summary>Length of the answer of <see cref="JoorFaultKind.EnormousBody"/>.</summary>
    public long EnormousBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Length of the pictures behind addresses, for JOOR's limits; the stand-in fetches none. Those not named are small.</summary>
    public IReadOnlyDictionary<string, long> Pictures { get; init; } = new Dictionary<string, long>();

    internal long PictureBytes(string? url) => url is null ? 0 : Pictures.GetValueOrDefault(url);

    internal IReadOnlyList<JoorSimulatorAccount> AllAccounts => Accounts.Count > 0
        ? Accounts
        : [.. Tokens.Select((token, index) => new JoorSimulatorAccount { AccountId = $"{1001 + index}", Tokens = [token] })];
}
