namespace JoorBus.Joor;

/// <summary>What is wrong with one order, in the order found.</summary>
internal sealed class JoorFaults
{
    private string? _first;
    private int _more;

    public bool Any => _first is not null;

    public void Add(string fault)
    {
        if (_first is null)
            _first = fault;
        else
            _more++;
    }

    public override string ToString() => _more == 0 ? $"{_first}" : $"{_first}, and {_more} more fault(s)";
}
