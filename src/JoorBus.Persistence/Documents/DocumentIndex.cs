namespace JoorBus.Persistence.Documents;

/// <summary>A named index over a text expression of the document, optionally partial.</summary>
/// <param name="Name">Unique within the document type; lower case.</param>
/// <param name="Expression">SQL over <c>data</c>, such as <c>data ->> 'State'</c>.</param>
/// <param name="Predicate">SQL condition of a partial index; null for all documents.</param>
public sealed record DocumentIndex(string Name, string Expression, string? Predicate = null)
{
    internal string Schema(string table) =>
        $"create index if not exists {table}_idx_{Name} on {table} (({Expression})){(Predicate is null ? "" : $" where {Predicate}")};\n";

    internal string Condition => Predicate is null ? $"({Expression}) = $1" : $"({Expression}) = $1 and {Predicate}";
}
