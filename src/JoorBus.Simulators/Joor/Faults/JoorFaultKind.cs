using System.Text.Json.Serialization;

namespace JoorBus.Simulators.Joor;

/// <summary>How a request goes wrong. The effect of a read is its export mark.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JoorFaultKind>))]
public enum JoorFaultKind
{
    /// <summary>HTTP 500, no effect.</summary>
    ServerError,

    /// <summary>HTTP 503, no effect.</summary>
    Unavailable,

    /// <summary>HTTP 429 although credits are left, no effect; does not count as overspent.</summary>
    TooManyRequests,

    /// <summary>The connection ends without an answer and without effect.</summary>
    DropBeforeEffect,

    /// <summary>The effect is done, then the connection ends without an answer.</summary>
    DropAfterEffect,

    /// <summary>The effect is done, then the connection ends in the middle of the answer.</summary>
    DropInAnswer,

    /// <summary>The effect is done, the answer is 200 with JSON that stops in the middle.</summary>
    CutOffJson,

    /// <summary>The effect is done, the answer is 200 with random bytes.</summary>
    Garbage,

    /// <summary>A proxy's HTML page with 200 instead of an answer, no effect.</summary>
    HtmlPage,

    /// <summary>The effect is done at once, the answer comes after <see cref="JoorFault.Delay"/>.</summary>
    Slow,

    /// <summary>HTTP 401 although the token is good, no effect.</summary>
    Unauthorised401,

    /// <summary>HTTP 403, no effect.</summary>
    Forbidden403,

    /// <summary>HTTP 401, no effect; a v4 access token is expired from then on. In v2 only this request is refused.</summary>
    ExpiredToken,

    /// <summary>The effect is done, the answer is XML although JSON was asked for.</summary>
    XmlInsteadOfJson,

    /// <summary>The effect is done, the answer is in UTF-16 or Latin-1 while its header says UTF-8.</summary>
    WrongEncoding,

    /// <summary>The effect is done, the answer is 200 and empty.</summary>
    EmptyBody,

    /// <summary>The effect is done, the answer comes after <see cref="JoorSimulatorOptions.EnormousBytes"/> of white space.</summary>
    EnormousBody,

    /// <summary>A bulk call takes effect for some elements, drawn at random, and refuses the others. Nothing for other calls.</summary>
    PartlyRejected,
}
