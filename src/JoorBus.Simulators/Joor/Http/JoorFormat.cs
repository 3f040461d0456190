namespace JoorBus.Simulators.Joor;

/// <summary>How an answer is written.</summary>
internal enum JoorFormat
{
    Json,
    Xml,
}
