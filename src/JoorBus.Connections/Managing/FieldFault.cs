namespace JoorBus.Connections.Managing;

/// <summary>What is wrong with one field; the sentence never shows a secret.</summary>
public sealed record FieldFault(string Field, string Sentence);
