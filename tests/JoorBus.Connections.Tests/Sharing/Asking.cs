using JoorBus.Connections.Sharing;
using JoorBus.Joor;
using JoorBus.TestKit;

namespace JoorBus.Connections.Tests.Sharing;

internal static class Asking
{
    public static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    /// <summary>Enough on a busy machine, and too short for anybody's <see cref="Long"/> to have run out.</summary>
    public static readonly TimeSpan Shorter = TimeSpan.FromSeconds(15);

    public static JoorPermitRequest Request(
        string account = "a", string? group = null, int concurrency = 5, int credits = 1, JoorPriority priority = JoorPriority.Stock,
        string? endpoint = null, TimeSpan patience = default, string connection = "c", int revision = 0) => new()
        {
            Connection = connection,
            Revision = revision,
            Account = account,
            Group = group ?? account,
            Concurrency = concurrency,
            Credits = credits,
            Priority = priority,
            Endpoint = endpoint,
            Patience = patience,
        };

    public static Task<JoorPermitAnswer> AskAsync(this SharedJoorLimits limits, JoorPermitRequest request) => limits.EnterAsync(request, CancellationToken.None);

    public static async Task<IJoorPermit> GetAsync(this SharedJoorLimits limits, JoorPermitRequest request) => (await limits.AskAsync(request)).Permit();

    public static IJoorPermit Permit(this JoorPermitAnswer answer) => answer.ShouldBeOfType<JoorPermitAnswer.Granted>().Permit;

    public static ValueTask AnsweredAsync(this IJoorPermit permit, string? account = null) => permit.ReleaseAsync(new() { IsAnswered = true, RevealedAccount = account });

    /// <summary>Returns when so many stand in line for the account.</summary>
    public static Task AreWaitingAsync(this SharedJoorLimits limits, int count, string account = "a") =>
        Eventually.BecomesTrueAsync(async () => (await limits.ReadAsync(account, CancellationToken.None)).Waiting == count, $"{count} wait");
}
