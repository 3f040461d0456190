namespace JoorBus.Simulators.Wms;

/// <summary>State after a command and the answer to it. A repetition changes nothing but counts.</summary>
internal sealed record WmsDecision(WmsOrderState State, WmsAnswer Answer, bool IsRepetition);
