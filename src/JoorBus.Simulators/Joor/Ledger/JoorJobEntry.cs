namespace JoorBus.Simulators.Joor;

/// <summary>A bulk job. <paramref name="Refusals"/> are the reasons of records that it left out, which JOOR's answer does not show.</summary>
public sealed record JoorJobEntry(int JobId, JoorJobKind Kind, int Records, bool IsDone, IReadOnlyList<string> Refusals);
