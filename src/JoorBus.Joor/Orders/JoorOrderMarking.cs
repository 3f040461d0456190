namespace JoorBus.Joor;

/// <summary>What a connection's export marks are set by.</summary>
public enum JoorMarksBy
{
    /// <summary>A window of modified dates, by a synchronising read (v2).</summary>
    Window,

    /// <summary>Order by order (v4).</summary>
    Order,
}

/// <summary>What to mark as exported. The one that the reader's <see cref="JoorOrderReader.MarksBy"/> names is needed.</summary>
public abstract record JoorOrderMarking
{
    private JoorOrderMarking()
    {
    }

    /// <summary>Every order of the window that JOOR shows as not exported or as changed since.</summary>
    public sealed record OfWindow(JoorOrderWindow Window) : JoorOrderMarking;

    /// <summary>These orders, by JOOR's id.</summary>
    public sealed record OfOrders(IReadOnlyList<string> JoorOrderIds) : JoorOrderMarking;
}

/// <summary>One step of marking.</summary>
public sealed record JoorOrderMarks
{
    /// <summary>What a synchronising read marked and returned: to be stored before the next step, since it may be newer than what is stored.</summary>
    public IReadOnlyList<JoorOrderReading> Returned { get; init; } = [];

    /// <summary>Orders that JOOR says it marked, by id.</summary>
    public IReadOnlyList<string> Marked { get; init; } = [];

    /// <summary>Orders whose mark JOOR refuses, with JOOR's words.</summary>
    public IReadOnlyList<JoorMarkRefusal> Refused { get; init; } = [];
}

/// <summary>The same mark will be refused again.</summary>
public sealed record JoorMarkRefusal(string JoorOrderId, string Reason);
