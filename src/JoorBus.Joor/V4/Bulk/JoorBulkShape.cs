namespace JoorBus.Joor;

/// <summary>One kind of bulk call.</summary>
/// <param name="Path">Where it goes.</param>
/// <param name="Kind">What repeating it would do.</param>
/// <param name="Write">Writes one element: what is set and nothing else, as JOOR refuses unknown fields.</param>
/// <param name="Element">Reads what JOOR returns for one.</param>
/// <param name="Identities">Names that together tell an element from others, the strongest first.</param>
internal sealed record JoorBulkShape<TIn, TOut>(
    string Path, JoorRequestKind Kind, Action<JoorBodyWriter, TIn> Write, JoorElement<TOut> Element, string[][] Identities);
