namespace JoorBus.Joor;

/// <summary>
/// Credits of ended requests that no known window holds for sure. They count until a window that JOOR may have received them in
/// is over in any case.
/// </summary>
/// <param name="Earliest">Earliest moment at which they may have opened a window.</param>
/// <param name="Latest">Latest moment at which JOOR may have received them.</param>
/// <param name="Credits">Their credits.</param>
public sealed record JoorLateCredits(DateTimeOffset Earliest, DateTimeOffset Latest, int Credits);
