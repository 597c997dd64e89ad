"""The parts of `decimal` that are most naturally written in Python."""
from collections import namedtuple
from collections.abc import MutableMapping

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


class SignalDict(MutableMapping):
    """A context's flags or traps: what is set here is set there."""

    def __init__(self, context, traps):
        self._context = context
        self._traps = traps

    def __getitem__(self, signal):
        return self._context._signals(self._traps)[signal]

    def __setitem__(self, signal, on):
        self._context._set_signal(self._traps, signal, on)

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(self._context._signals(self._traps))

    def __len__(self):
        return len(self._context._signals(self._traps))

    def copy(self):
        return self._context._signals(self._traps)

    def __repr__(self):
        return repr(self._context._signals(self._traps))
