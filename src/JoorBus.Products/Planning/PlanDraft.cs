using JoorBus.Products.Checking;

namespace JoorBus.Products.Planning;

/// <summary>A plan in the making; each call counts as taken for those after it.</summary>
internal sealed class PlanDraft
{
    private readonly List<ProductCall> _calls = [];
    private readonly List<ProductFault> _refusals = [];
    private readonly List<HeldRemoval> _held = [];
    private KnownProduct _start;

    public PlanDraft(PlanInput input)
    {
        Input = input;
        _start = input.Known ?? KnownProduct.Nothing(input.StyleNumber, input.StyleIdentifier);
        State = _start;
    }

    public PlanInput Input { get; }

    /// <summary>What is known once the calls so far are taken.</summary>
    public KnownProduct State { get; private set; }

    public void Refuse(IEnumerable<ProductFault> faults) => _refusals.AddRange(faults);

    public bool Holds(Removal removal) => _held.Exists(held => held.Removal == removal);

    public void Hold(Removal removal, string sentence) => _held.Add(new HeldRemoval(removal, sentence));

    public void Add(ProductCall call)
    {
        _calls.Add(call);
        State = State.After(call, CallAnswer.WithId("planned"));
    }

    /// <summary>Puts right what is known, without a call.</summary>
    public void Know(Func<KnownProduct, KnownProduct> change) => (_start, State) = (change(_start), change(State));

    public ProductPlan ToPlan() => new() { Calls = _calls, Refusals = _refusals, Held = _held, Known = _start };
}
