namespace JoorBus.TestKit;

public sealed class NeverCameTrueException(string message) : Exception(message);
