namespace JoorBus.Joor;

/// <summary>What is known about JOOR's window of an account: it opened in [<see cref="OpenedEarliest"/>, <see cref="OpenedLatest"/>].</summary>
public sealed record JoorWindow
{
    /// <summary>Tells permits of this window from those of earlier ones.</summary>
    public required int Number { get; init; }

    /// <summary>First grant, or the earliest moment at which an older request may have opened it.</summary>
    public required DateTimeOffset OpenedEarliest { get; init; }

    /// <summary>Arrival of the first answer; null until then.</summary>
    public DateTimeOffset? OpenedLatest { get; init; }

    /// <summary>Latest moment at which JOOR may have received one of those counted in <see cref="Spent"/>.</summary>
    public DateTimeOffset ReceivedLatest { get; init; }

    /// <summary>Credits of ended requests that JOOR received in this window, if at all.</summary>
    public int Spent { get; init; }

    /// <summary>The part of <see cref="Spent"/> that order reading spent.</summary>
    public int SpentOnOrders { get; init; }
}
