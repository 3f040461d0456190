namespace JoorBus.Joor;

/// <summary>Writes a body node by node; twins write it as JSON and as XML. What is null is not written.</summary>
internal abstract class JoorBodyWriter
{
    /// <summary>A node with nodes inside.</summary>
    public void Object(string name, Action inside)
    {
        StartObject(name);
        inside();
        EndObject();
    }

    /// <summary>A list under its name; each item has <paramref name="itemName"/> in XML and none in JSON.</summary>
    public void List<T>(string name, string itemName, IReadOnlyCollection<T>? items, Action<T> inside)
    {
        if (items is null)
            return;
        StartList(name);
        foreach (var item in items)
        {
            StartItem(itemName);
            inside(item);
            EndItem();
        }
        EndList();
    }

    /// <summary>Nodes of one name beside each other: an array of that name in JSON, repeated elements in XML.</summary>
    public void Repeated<T>(string name, IReadOnlyCollection<T> items, Action<T> inside)
    {
        StartRepeated(name);
        foreach (var item in items)
        {
            StartItem(name);
            inside(item);
            EndItem();
        }
        EndRepeated();
    }

    public abstract void Texts(string name, string itemName, IReadOnlyCollection<string>? values);

    public abstract void Text(string name, string? value);

    public abstract void Number(string name, decimal? value);

    public abstract void Flag(string name, bool? value);

    public abstract void Date(string name, DateOnly? value);

    protected abstract void StartObject(string name);

    protected abstract void EndObject();

    protected abstract void StartList(string name);

    protected abstract void EndList();

    protected abstract void StartRepeated(string name);

    protected abstract void EndRepeated();

    protected abstract void StartItem(string name);

    protected abstract void EndItem();
}
