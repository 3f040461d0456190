namespace JoorBus.Prove.Deaths;

/// <summary>One death: when it comes, whom it hits, and how long the victim stays away.</summary>
/// <param name="At">After the start of the traffic; then the next read of orders, or write of stock or styles, in JOOR is waited for.</param>
/// <param name="Into">After that read: the work on its orders is under way by then.</param>
/// <param name="Victim">What dies.</param>
/// <param name="Which">Of several hosts, the one with this number (modulo the hosts).</param>
/// <param name="Away">From its death to the order to start again.</param>
public sealed record Death(TimeSpan At, TimeSpan Into, Victim Victim, int Which, TimeSpan Away);
