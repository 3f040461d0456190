namespace JoorBus.Joor;

public sealed partial class JoorClient
{
    /// <summary>JOOR's v4; needs the connection's account, OAuth client and user.</summary>
    public JoorV4 V4 => field ??= new JoorV4(Door);
}
