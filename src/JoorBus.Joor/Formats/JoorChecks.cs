using System.Globalization;

namespace JoorBus.Joor;

/// <summary>Faults that JOOR documents and that are found before anything is sent.</summary>
internal sealed class JoorChecks
{
    private string? _reason;
    private string? _field;

    public JoorChecks Required(string field, bool isGiven, string where = "")
    {
        if (!isGiven)
            Refuse(field, $"{field} is missing{In(where)}");
        return this;
    }

    public JoorChecks Required(string field, string? value, string where = "") => Required(field, !string.IsNullOrWhiteSpace(value), where);

    public JoorChecks AtMost(int length, string field, string? value, string where = "")
    {
        if (value?.Length > length)
            Refuse(field, string.Create(CultureInfo.InvariantCulture, $"{field} has {value.Length} characters, JOOR takes {length}{In(where)}"));
        return this;
    }

    public JoorChecks Refuse(string field, string reason)
    {
        if (_reason is null)
            (_field, _reason) = (field, reason);
        return this;
    }

    /// <summary>The refusal of the first fault; null when there is none.</summary>
    public JoorAnswer<T>? Refusal<T>(string where) =>
        _reason is null ? null : new JoorAnswer<T>.Refused(_reason, _field) { IsSent = false, Where = where };

    /// <summary>Sends when nothing is wrong.</summary>
    public Task<JoorAnswer<T>> OrSend<T>(JoorRequestDoor door, JoorRequest request, Func<JoorBody, JoorAnswer<T>> read, CancellationToken cancellationToken) =>
        Refusal<T>($"{request.Verb} {request.Path}") is { } refusal ? Task.FromResult(refusal) : door.SendAsync(request, read, cancellationToken);

    private static string In(string where) => where.Length == 0 ? "" : $" ({where})";
}
