namespace JoorBus.Joor;

/// <summary>Whether a connection has what its API version needs to be let in.</summary>
internal static class JoorAccessChecks
{
    private const int LongestSecret = 4096;

    public static void Run(JoorFieldFaults faults, JoorConnectionOptions options)
    {
        faults.Defined("ApiVersion", options.ApiVersion);
        faults.Defined("Environment", options.Environment);
        CheckFormat(faults, options);
        if (options.ApiVersion == JoorApiVersion.V4)
            CheckV4(faults, options);
        else if (string.IsNullOrWhiteSpace(options.Token))
            faults.Missing("Token", "the API token that JOOR gave for this environment");
        if (!string.IsNullOrWhiteSpace(options.Token))
            CheckToken(faults, options.Token);
        CheckOrdersThrough(faults, options);
        faults.Url("BaseUrl", options.BaseUrl);
        faults.Url("TokenUrl", options.TokenUrl);
        if (options.TrustedCertificate is { } pem)
            CheckCertificate(faults, pem);
    }

    private static void CheckToken(JoorFieldFaults faults, string token)
    {
        const string allowed = "the token exactly as JOOR gave it";
        if (token.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            faults.RefuseUnseen("Token", "holds white space or control characters", allowed);
        else if (token.Length > LongestSecret)
            faults.RefuseUnseen("Token", "is too long", allowed);
    }

    private static void CheckFormat(JoorFieldFaults faults, JoorConnectionOptions options)
    {
        faults.Defined("Format", options.Format);
        faults.Defined("AnswerFormat", options.AnswerFormat ?? options.Format);
        if (options.ApiVersion != JoorApiVersion.V4 || !string.IsNullOrEmpty(options.Token))
            return;
        const string allowed = "json; v4 knows no other, and this connection has no v2 Token";
        if (options.Format == JoorFormat.Xml)
            faults.Refuse("Format", "xml", allowed);
        if (options.AnswerFormat == JoorFormat.Xml)
            faults.Refuse("AnswerFormat", "xml", allowed);
    }

    private static void CheckV4(JoorFieldFaults faults, JoorConnectionOptions options)
    {
        Need("AccountId", options.AccountId, "the id of the JOOR account");
        Need("ClientId", options.ClientId, "the id of the OAuth client that JOOR gave for this environment");
        Need("ClientSecret", options.ClientSecret, "the secret of the OAuth client that JOOR gave for this environment");
        Need("Username", options.Username, "the JOOR user's name");
        Need("Password", options.Password, "the JOOR user's password");

        void Need(string field, string? value, string what)
        {
            if (string.IsNullOrWhiteSpace(value))
                faults.Missing(field, what);
            else if (value.Length > LongestSecret || value.Any(char.IsControl))
                faults.RefuseUnseen(field, "holds control characters or is too long", $"{what}, exactly as given");
        }
    }

    private static void CheckOrdersThrough(JoorFieldFaults faults, JoorConnectionOptions options)
    {
        faults.Defined("OrdersThrough", options.OrdersThrough);
        if (options.OrdersThrough == JoorOrdersThrough.V2 && string.IsNullOrWhiteSpace(options.Token))
            faults.Refuse("OrdersThrough", "v2", "v4 or auto, since this connection has no v2 Token");
        if (options.OrdersThrough == JoorOrdersThrough.V4 && !options.HasV4Credentials)
            faults.Refuse("OrdersThrough", "v4", "v2 or auto, since this connection lacks AccountId, ClientId, ClientSecret, Username or Password");
    }

    private static void CheckCertificate(JoorFieldFaults faults, string pem)
    {
        var (certificate, fault) = JoorCertificateText.Parse(pem);
        certificate?.Dispose();
        if (fault is not null)
            faults.RefuseUnseen("TrustedCertificate", fault, "the PEM of one certificate (-----BEGIN CERTIFICATE-----) without a key");
    }
}
