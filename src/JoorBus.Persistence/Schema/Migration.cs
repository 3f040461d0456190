namespace JoorBus.Persistence.Schema;

/// <summary>A change of the schema. Applied once, in one transaction, in order of module registration and number.</summary>
/// <param name="Module">Owner of the tables, such as <c>persistence</c>.</param>
/// <param name="Number">From 1, without gaps; a released migration never changes.</param>
/// <param name="Sql">Idempotent SQL.</param>
public sealed record Migration(string Module, int Number, string Sql);
