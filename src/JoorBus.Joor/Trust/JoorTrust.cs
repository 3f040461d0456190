using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace JoorBus.Joor;

/// <summary>The machine's trust, and one more certificate: an authority (the host's name is still checked) or the server's own.</summary>
internal sealed class JoorTrust(X509Certificate2? trusted)
{
    private const X509ChainStatusFlags Unknown =
        X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    /// <summary>Throws <see cref="JoorCertificateException"/> instead of saying no, so that the sentence reaches the outcome.</summary>
    public bool Check(object sender, X509Certificate? presented, X509Chain? chain, SslPolicyErrors faults) =>
        faults == SslPolicyErrors.None || (Refusal((sender as SslStream)?.TargetHostName ?? "", presented, chain, faults) is { } refusal ? throw refusal : true);

    private JoorCertificateException? Refusal(string host, X509Certificate? presented, X509Chain? chain, SslPolicyErrors faults)
    {
        if (presented is null || faults.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
            return new JoorCertificateException($"host '{host}'", "showed no certificate", canBeTrusted: false);
        using var certificate = new X509Certificate2(presented);
        return faults.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? new JoorCertificateException(JoorCertificateText.Of(certificate), $"is not for host '{host}'", canBeTrusted: false)
            : trusted is not null && (IsPinned(certificate) || IsIssuedByTrusted(certificate, chain)) ? null
            : Refusal(certificate, chain);
    }

    // Its time still counts: a pinned certificate that has ended is no better than any other.
    private bool IsPinned(X509Certificate2 certificate)
    {
        if (!certificate.RawDataMemory.Span.SequenceEqual(trusted!.RawDataMemory.Span))
            return false;
        using var alone = Chain(certificate);
        alone.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        return alone.Build(certificate);
    }

    private bool IsIssuedByTrusted(X509Certificate2 certificate, X509Chain? sent)
    {
        using var own = Chain(certificate);
        if (sent is not null)
            own.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        return own.Build(certificate);
    }

    private X509Chain Chain(X509Certificate2 certificate)
    {
        var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(trusted ?? certificate);
        chain.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain;
    }

    private static JoorCertificateException Refusal(X509Certificate2 certificate, X509Chain? chain)
    {
        var faults = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status) ?? X509ChainStatusFlags.PartialChain;
        var which = JoorCertificateText.Of(certificate);
        if (faults.HasFlag(X509ChainStatusFlags.NotTimeValid))
            return new JoorCertificateException(which, "is not valid today", canBeTrusted: false);
        if ((faults & ~Unknown) != 0)
            return new JoorCertificateException(which, $"cannot be accepted ({faults & ~Unknown})", canBeTrusted: false);
        var top = chain?.ChainElements.LastOrDefault()?.Certificate;
        return top is null || top.Thumbprint == certificate.Thumbprint
            ? new JoorCertificateException(which, "comes from an authority that this machine does not know", canBeTrusted: true)
            : new JoorCertificateException(which, $"ends in {JoorCertificateText.Of(top)}, which this machine does not know", canBeTrusted: true);
    }
}
