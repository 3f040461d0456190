using JoorBus.Contracts.Orders;
using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Keeping;

/// <summary>Orders and stock of one account of JOOR. Styles, customers and jobs begin anew with each start.</summary>
internal sealed record KeptAccount(string AccountId, IReadOnlyList<KeptOrder> Orders, IReadOnlyList<JoorStockEntry> Stock);

/// <summary>An order with its mark and history.</summary>
internal sealed record KeptOrder(
    JoorOrder Order,
    bool IsInProgress,
    DateTimeOffset ModifiedAt,
    JoorExportState Export,
    DateTimeOffset? ExportedAt,
    DateTimeOffset ExportedModification,
    int Revisions,
    IReadOnlyList<JoorOrderChange> History);
