namespace JoorBus.Simulators.Joor;

/// <summary>Shape of an order list's answer; the literal text is not documented, so both shapes can be played.</summary>
public enum JoorEnvelope
{
    /// <summary><c>{"orders":[…],"response":{…}}</c>, as a production reader of v2 expects it.</summary>
    Plain,

    /// <summary><c>{"orders":{"response":{…},"order":[…]}}</c>, the pattern of v2's other resources.</summary>
    Nested,
}
