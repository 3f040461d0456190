using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using JoorBus.Products.Planning;
using JoorBus.Products.Storing;

namespace JoorBus.Products.Pushing;

/// <summary>One style on its way through a push.</summary>
internal sealed class PushStyle
{
    private const string NoName = "An image that is no longer wanted stays, and none is put in its place: JOOR does not tell the name it gave it. Delete it in JOOR.";

    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private readonly Queue<ProductCall> _calls = new();
    private bool _isFresh;

    public PushStyle(DirtyProduct dirty, ProductWish wanted, PlanInput input, KnownProductDocument? document)
    {
        (Dirty, Wanted, Input, Document) = (dirty, wanted, input, document);
        Known = document?.Known ?? KnownProduct.Nothing(input.StyleNumber, input.StyleIdentifier);
        MustBeRead = document is null || dirty.IsUnsure || Known.MustBeRead;
        Replan();
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

    /// <summary>What cannot be planned although JOOR was read; null when nothing.</summary>
    public string? Gap { get; private set; }

    /// <summary>The brand's system says that it is not to go to JOOR.</summary>
    public bool IsSkipped => Input.Wanted is null && Wanted.Content is not null;

    /// <summary>JOOR may hold more than is known.</summary>
    public bool MustBeRead { get; private set; }

    /// <summary>Worth asking JOOR about before anything is sent: something is to go, an earlier push left something open, or the plan itself asks for it.</summary>
    public bool NeedsReading => MustBeRead && (Left > 0 || Dirty.IsUnsure || Known.MustBeRead);

    public int Reads { get; private set; }

    public int Plans { get; private set; }

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
        (Known, MustBeRead, _isFresh) = (read with { MustBeRead = false }, false, true);
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

    [MemberNotNull(nameof(Plan))]
    public void Replan()
    {
        Plan = ProductPlanner.Plan(Input with { Known = Known });
        (Known, Plans) = (Plan.Known, Plans + 1);
        if (_isFresh && Known.MustBeRead)
            (Known, Gap) = (Known with { MustBeRead = false }, NoName);
        MustBeRead |= Known.MustBeRead;
        Queue();
    }

    /// <summary>Counts the linesheets of the plan as put on from here: nobody could tell afterwards, if this host ends on the way.</summary>
    /// <returns>True when there are any that were not.</returns>
    public bool Intend()
    {
        var before = Known;
        Known = Plan.Calls.Aggregate(Known, (known, call) => known.Unclear(call)) with { MustBeRead = before.MustBeRead };
        return Known.OwnLinesheets.Count > before.OwnLinesheets.Count;
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
                (HasSent, MustBeRead, _isFresh) = (true, MustBeRead || Known.MustBeRead, false);
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
                Known = Known.Unclear(call);
                (HasSent, MustBeRead, _isFresh) = (true, true, false);
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
