namespace JoorBus.Joor;

/// <summary>How the fields of a v4 login are posted.</summary>
public enum JoorLoginForm
{
    /// <summary>multipart/form-data, as JOOR's guide "how to authenticate" shows.</summary>
    Multipart,

    /// <summary>application/x-www-form-urlencoded, as live clients do.</summary>
    Form,
}
