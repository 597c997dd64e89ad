# Values of PostgreSQL's ranges.
#
# The ends of a range are cuts between values: `[1` cuts before 1, `(1` behind it, `5]` behind 5. Cuts compare
# like numbers, and every question about two ranges is one about the order of four cuts.
import datetime

_LEFT, _RIGHT = (-1, None, 0), (1, None, 0)


def _before(a, b):
    if a[0] != b[0] or a[0] != 0:
        return a[0] < b[0]
    if a[1] != b[1]:
        return a[1] < b[1]
    return a[2] < b[2]


class Range:
    __module__ = "sqlalchemy.dialects.postgresql.ranges"
    __slots__ = ("lower", "upper", "bounds", "empty")

    def __init__(self, lower=None, upper=None, *, bounds="[)", empty=False):
        for name, value in (("lower", lower), ("upper", upper), ("bounds", bounds), ("empty", empty)):
            object.__setattr__(self, name, value)

    def __setattr__(self, name, value):
        import dataclasses

        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def __repr__(self):
        return (
            f"Range(lower={self.lower!r}, upper={self.upper!r}, bounds={self.bounds!r}, empty={self.empty!r})"
        )

    def __bool__(self):
        return not self.empty

    def __hash__(self):
        return hash((self.lower, self.upper, self.bounds, self.empty))

    @property
    def isempty(self):
        return self.empty

    is_empty = isempty

    @property
    def lower_inc(self):
        return self.bounds[0] == "["

    @property
    def upper_inc(self):
        return self.bounds[1] == "]"

    @property
    def lower_inf(self):
        return not self.empty and self.lower is None

    @property
    def upper_inf(self):
        return not self.empty and self.upper is None

    # The distance of neighbours, where values have any.
    def _step(self):
        for end in (self.lower, self.upper):
            if isinstance(end, int):
                return 1
            if isinstance(end, datetime.datetime):
                return None
        for end in (self.lower, self.upper):
            if isinstance(end, datetime.date):
                return datetime.timedelta(days=1)
        return None

    def _cut(self, value, behind):
        if behind:
            step = self._step()
            if step is not None:
                return (0, value + step, 0)
        return (0, value, 1 if behind else 0)

    def _ends(self):
        low = _LEFT if self.lower is None else self._cut(self.lower, self.bounds[0] == "(")
        high = _RIGHT if self.upper is None else self._cut(self.upper, self.bounds[1] == "]")
        return low, high

    def __eq__(self, other):
        if not isinstance(other, Range):
            return NotImplemented
        if self.empty or other.empty:
            return self.empty == other.empty
        return self._ends() == other._ends()

    def contained_by(self, other):
        if self.empty:
            return True
        if other.empty:
            return False
        (low, high), (other_low, other_high) = self._ends(), other._ends()
        return not _before(low, other_low) and not _before(other_high, high)

    def contains(self, value):
        if isinstance(value, Range):
            return value.contained_by(self)
        if self.empty:
            return False
        if self.lower is not None and not (value >= self.lower if self.lower_inc else value > self.lower):
            return False
        return self.upper is None or (value <= self.upper if self.upper_inc else value < self.upper)

    __contains__ = contains

    def overlaps(self, other):
        if self.empty or other.empty:
            return False
        (low, high), (other_low, other_high) = self._ends(), other._ends()
        return _before(low, other_high) and _before(other_low, high)

    def strictly_left_of(self, other):
        if self.empty or other.empty:
            return False
        return not _before(other._ends()[0], self._ends()[1])

    __lshift__ = strictly_left_of

    def strictly_right_of(self, other):
        return other.strictly_left_of(self)

    __rshift__ = strictly_right_of

    def not_extend_left_of(self, other):
        if self.empty or other.empty:
            return False
        return not _before(self._ends()[0], other._ends()[0])

    def not_extend_right_of(self, other):
        if self.empty or other.empty:
            return False
        return not _before(other._ends()[1], self._ends()[1])

    def adjacent_to(self, other):
        if self.empty or other.empty:
            return False
        (low, high), (other_low, other_high) = self._ends(), other._ends()
        return high == other_low or other_high == low

    def union(self, other):
        if self.empty:
            return other
        if other.empty:
            return self
        if not self.overlaps(other) and not self.adjacent_to(other):
            raise ValueError("Adding non-overlapping and non-adjacent ranges is not implemented")
        left = self if _before(self._ends()[0], other._ends()[0]) else other
        right = self if _before(other._ends()[1], self._ends()[1]) else other
        return Range(left.lower, right.upper, bounds=left.bounds[0] + right.bounds[1])

    __add__ = union

    def difference(self, other):
        if self.empty or other.empty or not self.overlaps(other):
            return self
        (low, high), (other_low, other_high) = self._ends(), other._ends()
        starts_before, ends_behind = _before(low, other_low), _before(other_high, high)
        if starts_before and ends_behind:
            raise ValueError("Subtracting a strictly inner range is not implemented")
        if starts_before:
            return Range(self.lower, other.lower, bounds=self.bounds[0] + (")" if other.lower_inc else "]"))
        if ends_behind:
            return Range(other.upper, self.upper, bounds=("(" if other.upper_inc else "[") + self.bounds[1])
        return Range(None, None, empty=True)

    __sub__ = difference

    def intersection(self, other):
        if self.empty or other.empty or not self.overlaps(other):
            return Range(None, None, empty=True)
        left = other if _before(self._ends()[0], other._ends()[0]) else self
        right = other if _before(other._ends()[1], self._ends()[1]) else self
        return Range(left.lower, right.upper, bounds=left.bounds[0] + right.bounds[1])

    __mul__ = intersection

    def __str__(self):
        if self.empty:
            return "empty"
        low, high = ("" if end is None else end for end in (self.lower, self.upper))
        return f"{self.bounds[0]}{low},{high}{self.bounds[1]}"

    def __class_getitem__(cls, item):
        return cls


class MultiRange(list):
    __module__ = "sqlalchemy.dialects.postgresql.ranges"

    def __class_getitem__(cls, item):
        return cls
