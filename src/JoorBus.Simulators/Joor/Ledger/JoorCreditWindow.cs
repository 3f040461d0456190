namespace JoorBus.Simulators.Joor;

/// <summary>One credit window of an account.</summary>
/// <param name="Number">From 1; gaps between windows count for nothing.</param>
/// <param name="OpenedAt">When the first request arrived.</param>
/// <param name="EndsAt">First moment that is no longer in it.</param>
/// <param name="Spent">Credits used.</param>
/// <param name="Refused">Requests answered with 429 because the rest did not suffice.</param>
public sealed record JoorCreditWindow(int Number, DateTimeOffset OpenedAt, DateTimeOffset EndsAt, int Spent, int Refused);
