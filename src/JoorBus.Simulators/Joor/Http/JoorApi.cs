namespace JoorBus.Simulators.Joor;

/// <summary>The three doors; each speaks of faults in its own way.</summary>
internal enum JoorApi
{
    V2,
    V4,
    SigningIn,
}
