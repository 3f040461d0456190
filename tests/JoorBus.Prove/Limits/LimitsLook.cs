using JoorBus.Joor;

namespace JoorBus.Prove.Limits;

/// <summary>What the limits said of an account at one moment.</summary>
internal sealed record LimitsLook(DateTimeOffset At, JoorLimitReading Reading);
