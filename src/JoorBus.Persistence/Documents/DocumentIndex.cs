namespace JoorBus.Persistence.Documents;

/// <summary>A named index over a text expression of the document, optionally partial or unique.</summary>
/// <param name="Name">Unique within the document type; lower case.</param>
/// <param name="Expression">SQL over <c>data</c>, such as <c>data ->> 'State'</c>.</param>
/// <param name="Predicate">SQL condition of a partial index; null for all documents.</param>
/// <param name="IsUnique">Whether no two documents may have the same value.</param>
public sealed record DocumentIndex(string Name, string Expression, string? Predicate = null, bool IsUnique = false)
{
    /// <summary>The index's name in the database.</summary>
    public string NameOn(string table) => $"{table}_idx_{Name}";

    /// <summary>SQL condition of documents whose value is the parameter written as <paramref name="placeholder"/>.</summary>
    public string Condition(string placeholder) =>
        Predicate is null ? $"({Expression}) = {placeholder}" : $"({Expression}) = {placeholder} and {Predicate}";

    internal string Schema(string table) =>
        $"create {(IsUnique ? "unique " : "")}index if not exists {NameOn(table)} on {table} (({Expression})){(Predicate is null ? "" : $" where {Predicate}")};\n";
}
