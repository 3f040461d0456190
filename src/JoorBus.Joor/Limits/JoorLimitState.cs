namespace JoorBus.Joor;

/// <summary>The two states that one permit touches.</summary>
public sealed record JoorLimitState(JoorAccountState Account, JoorGroupState Group);
