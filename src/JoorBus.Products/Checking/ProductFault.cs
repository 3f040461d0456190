namespace JoorBus.Products.Checking;

/// <summary>Something about a style that JOOR would refuse or misread.</summary>
/// <remarks><c>Part</c>: What is left out, such as <c>price EUR Wholesale</c> or <c>image https://…</c>; <c>style</c> when all is.
/// <c>Sentence</c>: What, the value, what is allowed, what to do.
/// <c>StopsStyle</c>: True when nothing of the style is sent.</remarks>
public sealed record ProductFault(string Part, string Sentence, bool StopsStyle);
