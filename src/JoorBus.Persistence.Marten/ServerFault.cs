using System.Runtime.ExceptionServices;
using Npgsql;

namespace JoorBus.Persistence.Marten;

/// <summary>Marten wraps what the server or the connection said; whoever repeats or explains goes by Npgsql's own exceptions.</summary>
internal static class ServerFault
{
    /// <summary>Does what it is given, and throws the Npgsql exception inside of what that throws.</summary>
    public static async Task<T> UnwrapAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not NpgsqlException)
        {
            ThrowInner(fault);
            throw;
        }
    }

    private static void ThrowInner(Exception fault)
    {
        for (var cause = fault.InnerException; cause is not null; cause = cause.InnerException)
        {
            if (cause is NpgsqlException)
            {
                ExceptionDispatchInfo.Throw(cause);
            }
        }
    }
}
