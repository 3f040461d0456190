using JoorBus.Joor;

namespace JoorBus.Connections.Cataloguing;

/// <summary>The connections that configuration gives, as they were when the host started.</summary>
public sealed record ConfiguredConnections(IReadOnlyList<JoorConnectionOptions> All);
