using Microsoft.Extensions.Configuration;

namespace JoorBus.Joor;

/// <summary>Reads the connections from configuration without stopping at the first value that cannot be read.</summary>
/// <remarks>The framework's binder throws at the first wrong enum or number, and adds to default lists instead of replacing them.</remarks>
public static class JoorConnectionReader
{
    /// <summary>The connections under <c>Connections</c>, and every fault of theirs; use them only when there is none.</summary>
    public static (IReadOnlyList<JoorConnectionOptions> Connections, IReadOnlyList<string> Faults) Read(IConfiguration configuration)
    {
        var unread = new List<string>();
        var connections = configuration.GetSection(JoorConnectionOptions.SectionName).GetChildren()
            .Select((section, index) =>
            {
                var faults = new JoorFieldFaults();
                var options = Read(new JoorOptionValues(section, faults));
                unread.AddRange(faults.Found.Select(fault => fault.Configured(index)));
                return options;
            })
            .ToList();
        return (connections, [.. unread, .. JoorConnectionOptionsValidator.Faults(connections)]);
    }

    private static JoorConnectionOptions Read(JoorOptionValues values)
    {
        var options = new JoorConnectionOptions();
        options.Name = values.Text("Name") ?? options.Name;
        options.ApiVersion = values.Choice("ApiVersion", options.ApiVersion);
        options.Environment = values.Choice("Environment", options.Environment);
        options.Token = values.Text("Token");
        options.AccountId = values.Text("AccountId");
        options.ClientId = values.Text("ClientId");
        options.ClientSecret = values.Text("ClientSecret");
        options.Username = values.Text("Username");
        options.Password = values.Text("Password");
        options.BaseUrl = values.Text("BaseUrl");
        options.TokenUrl = values.Text("TokenUrl");
        options.Format = values.Choice("Format", options.Format);
        options.AnswerFormat = values.Text("AnswerFormat") is null ? null : values.Choice("AnswerFormat", options.Format);
        options.Concurrency = values.Number("Concurrency", options.Concurrency);
        options.BorrowConcurrencyFrom = values.Text("BorrowConcurrencyFrom");
        options.OneAtATime = values.Flag("OneAtATime", options.OneAtATime);
        options.TrustedCertificate = values.File("TrustedCertificateFile");
        options.TotalTimeout = values.Duration("TotalTimeout", options.TotalTimeout);
        options.OrdersThrough = values.Choice("OrdersThrough", options.OrdersThrough);
        options.PollInterval = values.Duration("PollInterval", options.PollInterval);
        options.RequestTimeout = values.Duration("RequestTimeout", options.RequestTimeout);
        options.PageSize = values.Number("PageSize", options.PageSize);
        options.MaxAnswerBytes = values.Number("MaxAnswerBytes", options.MaxAnswerBytes);
        options.MaxOrderBytes = values.Number("MaxOrderBytes", options.MaxOrderBytes);
        options.WindowOverlap = values.Duration("WindowOverlap", options.WindowOverlap);
        options.ExportMark = values.Choice("ExportMark", options.ExportMark);
        options.StartDate = values.Time("StartDate");
        options.OrderStatuses = values.Choices("OrderStatuses", options.OrderStatuses);
        options.OrderTypeCodes = values.Codes("OrderTypeCodes", options.OrderTypeCodes);
        return options;
    }
}
