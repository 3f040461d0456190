using System.Text.Json;
using JoorBus.Products.Planning;
using JoorBus.Products.Storing;

namespace JoorBus.Products.Pushing;

/// <summary>One style on its way through a push.</summary>
internal sealed class PushStyle
{
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private readonly Queue<ProductCall> _calls = new();

    public PushStyle(DirtyProduct dirty, ProductWish wanted, PlanInput input, KnownProductDocument? document)
    {
        (Dirty, Wanted, Input, Document) = (dirty, wanted, input, document);
        Known = document?.Known ?? KnownProduct.Nothing(input.StyleNumber, input.StyleIdentifier);
        MustBeRead = document is null || dirty.IsUnsure || Known.MustBeRead;
        Plan = ProductPlanner.Plan(input with { Known = Known });
        Queue();
    }

    public DirtyProduct Dirty { get; }

    public ProductWish Wanted { get; }

    public PlanInput Input { get; private set; }

    /// <summary>What is stored; null while nothing is.</summary>
    public KnownProductDocument? Document { get; set; }

    public KnownProduct Known { get; private set; }

    /// <summary>The plan that is worked off, or the last one when nothing is left.</summary>
    public ProductPlan Plan { get; private set; }

    /// <summary>Sentences of JOOR about what it did not take.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>JOOR may hold more than is known.</summary>
    public bool MustBeRead { get; private set; }

    public int Reads { get; private set; }

    public int Plans { get; private set; } = 1;

    /// <summary>JOOR took something of it, or may have.</summary>
    public bool HasSent { get; private set; }

    /// <summary>A job left it out without a word: sent alone, JOOR says why.</summary>
    public bool GoesAlone { get; set; }

    /// <summary>Nothing more is sent in this push.</summary>
    public bool IsOver { get; set; }

    public ProductCall? Next => IsOver ? null : _calls.TryPeek(out var call) ? call : null;

    public int Left => _calls.Count;

    /// <summary>JOOR was read.</summary>
    public void Adopt(KnownProduct read)
    {
        (Known, MustBeRead) = (read with { MustBeRead = false }, false);
        Reads++;
        Replan();
    }

    /// <summary>Others learnt something about the account.</summary>
    public void Learn(AccountFacts facts)
    {
        Input = Input with { Facts = facts };
        Replan();
    }

    /// <summary>The account has more than before, by this push's own doing: the plan stays.</summary>
    public void See(AccountFacts facts) => Input = Input with { Facts = facts };

    public void Replan()
    {
        Plan = ProductPlanner.Plan(Input with { Known = Known });
        Plans++;
        Queue();
    }

    public void Take(CallFate fate)
    {
        var call = _calls.Peek();
        switch (fate)
        {
            case CallFate.Taken taken:
                _calls.Dequeue();
                Known = Known.After(taken.Call ?? call, taken.Answer);
                Refused.AddRange(taken.Reasons);
                if (taken.Reasons.Count > 0)
                    _refused.Add(KeyOf(call));
                (HasSent, MustBeRead) = (true, MustBeRead || Known.MustBeRead);
                break;
            case CallFate.Refused refused:
                Refused.Add(refused.Sentence);
                _refused.Add(KeyOf(call));
                _calls.Dequeue();
                if (IsFoundation(call))
                    _calls.Clear();
                break;
            case CallFate.Alone:
                GoesAlone = true;
                break;
            case CallFate.Unknown:
                (HasSent, MustBeRead) = (true, true);
                break;
        }
    }

    // What JOOR refused is not asked again in this push, nor what builds on it.
    private void Queue()
    {
        _calls.Clear();
        foreach (var call in Plan.Calls)
        {
            if (!_refused.Contains(KeyOf(call)))
                _calls.Enqueue(call);
            else if (IsFoundation(call))
                return;
        }
    }

    private static bool IsFoundation(ProductCall call) => call is PutStyle { IsNew: true } or CreateProduct;

    private static string KeyOf(ProductCall call) => JsonSerializer.Serialize(call, PlanningJson.Default.ProductCall);
}
