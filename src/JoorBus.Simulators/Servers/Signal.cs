using System.Runtime.InteropServices;

namespace JoorBus.Simulators.Servers;

/// <summary>Linux signals by their numbers (signal(7)).</summary>
internal enum Signal
{
    Interrupt = 2,
    Quit = 3,
    Kill = 9,
    Terminate = 15,
}

internal static class Signals
{
    /// <summary>False when the process is gone already.</summary>
    public static bool Send(this Signal signal, int processId) => NativeKill(processId, (int)signal) == 0;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int NativeKill(int processId, int signal);
}
