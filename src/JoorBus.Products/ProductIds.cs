using JoorBus.Persistence;

namespace JoorBus.Products;

/// <summary>Ids that follow from what they are about, so that no repetition makes a second one.</summary>
public static class ProductIds
{
    private static readonly Guid Scope = new("0f3a5f6e-3f0a-5d1c-9b77-6a1c5b0f4d21");

    /// <summary>Settings of a connection.</summary>
    public static Guid Settings(string connection) => NameBasedGuid.Create(Scope, $"settings|{connection}");

    /// <summary>What is known of a style in one connection's JOOR.</summary>
    public static Guid Product(string connection, string style) => NameBasedGuid.Create(Scope, $"product|{connection}|{style}");

    /// <summary>A push of a connection: the lease's epoch and the number within it name it.</summary>
    public static Guid Push(string connection, long epoch, long number) => NameBasedGuid.Create(Scope, FormattableString.Invariant($"push|{connection}|{epoch}|{number}"));

    /// <summary>The event that tells how a style fared in a push.</summary>
    public static Guid Event(Guid push, string style, string kind) => NameBasedGuid.Create(push, $"{kind}|{style}");
}
