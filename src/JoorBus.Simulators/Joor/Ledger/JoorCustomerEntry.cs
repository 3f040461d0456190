namespace JoorBus.Simulators.Joor;

/// <summary>A retailer the brand is connected with.</summary>
public sealed record JoorCustomerEntry(int CustomerAccountId, string? Code, string? Name);
