namespace JoorBus.Simulators.Servers;

/// <summary>A private server cannot run here; the message is one sentence for the person at the keyboard.</summary>
public sealed class ServerUnavailableException : Exception
{
    public ServerUnavailableException(string message)
        : base(message)
    {
    }

    public ServerUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
