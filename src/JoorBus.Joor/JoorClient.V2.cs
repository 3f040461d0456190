namespace JoorBus.Joor;

public sealed partial class JoorClient
{
    /// <summary>JOOR's v2; needs the connection's token.</summary>
    public JoorV2 V2 => field ??= new JoorV2(Door, Door.Clock);
}
