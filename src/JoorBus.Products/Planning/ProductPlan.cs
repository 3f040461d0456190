using JoorBus.Products.Checking;

namespace JoorBus.Products.Planning;

/// <summary>The smallest list of calls from what is known to what is wanted.</summary>
public sealed record ProductPlan
{
    /// <summary>In this order; each builds on the answers of those before.</summary>
    public required IReadOnlyList<ProductCall> Calls { get; init; }

    /// <summary>What is not sent, and why. One that stops the style leaves no calls but released removals.</summary>
    public required IReadOnlyList<ProductFault> Refusals { get; init; }

    /// <summary>Removals that wait for a person.</summary>
    public required IReadOnlyList<HeldRemoval> Held { get; init; }

    /// <summary>What the plan starts from: store what comes <c>After</c> the first answer. If it must be read: read, adopt, plan again.</summary>
    public required KnownProduct Known { get; init; }
}

/// <summary>A removal that waits for a person.</summary>
/// <remarks><c>Sentence</c>: What it would do, with numbers.</remarks>
public sealed record HeldRemoval(Removal Removal, string Sentence);
