namespace JoorBus.Inventory.Receiving;

/// <summary>
/// Which deliveries of one channel are done, and which frames tell the broker so with the fewest. Tags count from 1 without gaps. What is done
/// beyond one that is not waits for it, until there are too many. Pure; not for several threads.
/// </summary>
/// <param name="mostHeld">Most deliveries that are done and wait for one that is not.</param>
internal sealed class AcknowledgementLedger(int mostHeld)
{
    // Settled tags beyond the first that is not, and whether the broker knows.
    private readonly Dictionary<ulong, bool> _beyond = [];
    private readonly List<ulong> _givenBack = [];
    private ulong _settledTo;
    private ulong _dueTo;
    private int _due;
    private int _held;

    /// <summary>The delivery is done; the broker is to be told.</summary>
    public void Done(ulong tag) => Settle(tag, isTold: false);

    /// <summary>The delivery is not done; the broker is to take it back.</summary>
    public void GiveBack(ulong tag)
    {
        _givenBack.Add(tag);
        Settle(tag, isTold: true);
    }

    /// <summary>What is to be sent now, in this order, before what is taken later.</summary>
    /// <param name="all">Also what waits for deliveries that are not done.</param>
    public List<Acknowledgement> Take(bool all)
    {
        // First, so that none of them is still open when a frame for many goes over it.
        List<Acknowledgement> taken = [.. _givenBack.Select(tag => new Acknowledgement(tag, AcknowledgementKind.GivenBack))];
        _givenBack.Clear();
        if (_due > 0)
        {
            // The tag is one that the broker still waits for: another would close the channel.
            taken.Add(new Acknowledgement(_dueTo, _due > 1 ? AcknowledgementKind.DoneUpTo : AcknowledgementKind.Done));
            _due = 0;
        }

        if (all || _held > mostHeld)
        {
            foreach (var tag in _beyond.Where(settled => !settled.Value).Select(settled => settled.Key).Order().ToList())
            {
                taken.Add(new Acknowledgement(tag, AcknowledgementKind.Done));
                _beyond[tag] = true;
            }

            _held = 0;
        }

        return taken;
    }

    private void Settle(ulong tag, bool isTold)
    {
        if (tag != _settledTo + 1)
        {
            _beyond[tag] = isTold;
            _held += isTold ? 0 : 1;
            return;
        }

        Advance(isTold);
        while (_beyond.Remove(_settledTo + 1, out var wasTold))
        {
            _held -= wasTold ? 0 : 1;
            Advance(wasTold);
        }
    }

    private void Advance(bool isTold)
    {
        _settledTo++;
        if (!isTold)
        {
            (_dueTo, _due) = (_settledTo, _due + 1);
        }
    }
}

/// <summary>One frame to the broker.</summary>
internal readonly record struct Acknowledgement(ulong Tag, AcknowledgementKind Kind);

/// <summary>What a frame says of its tag; <see cref="DoneUpTo"/> includes all before it.</summary>
internal enum AcknowledgementKind
{
    Done,
    DoneUpTo,
    GivenBack,
}
