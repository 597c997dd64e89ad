"""Range values."""
import datetime

from sqlalchemy.dialects.postgresql import MultiRange, Range

a, b, c = Range(1, 5), Range(3, 9, bounds="[]"), Range(None, 2)
print(a, b, c, Range(), Range(empty=True), Range(7, None, bounds="()"))
print(repr(a), repr(b))
print(a == Range(1, 4, bounds="[]"), a == Range(0, 5, bounds="()"), a != b, a == 3, hash(a) == hash(Range(1, 5)))
print(1 in a, 5 in a, 9 in b, -100 in c, 2 in c, Range(2, 3) in a, a.contains(Range(2, 6)), Range(empty=True) in a)
print(a.overlaps(b), a.overlaps(Range(5, 7)), c.overlaps(a), Range(5, 7).adjacent_to(a), Range(6, 7).adjacent_to(a))
print(a << Range(5, 9), a >> c, Range(8, 9) >> a, a.strictly_left_of(Range(7, 8)), a.not_extend_right_of(b))
print(a.not_extend_left_of(c), a.not_extend_left_of(b), b.not_extend_right_of(a), a.contained_by(Range(0, 10)))
print(a + b, a * b, a - b, b - a, a.union(Range(5, 6)), a.intersection(Range(20, 30)), a.difference(Range(20, 30)))
for wrong in (lambda: a + Range(8, 9), lambda: Range(0, 10) - Range(3, 4)):
    try:
        print(wrong())
    except ValueError as error:
        print(error)
d = Range(datetime.date(2024, 1, 1), datetime.date(2024, 2, 1))
print(d, datetime.date(2024, 1, 31) in d, d == Range(datetime.date(2024, 1, 1), datetime.date(2024, 1, 31), bounds="[]"))
print(d.adjacent_to(Range(datetime.date(2024, 2, 1), None)), d.lower_inc, d.upper_inc, d.lower_inf, Range().upper_inf)
f = Range(1.5, 2.5)
print(f == Range(1.5, 2.5, bounds="[]"), 2.5 in f, f.adjacent_to(Range(2.5, 3.0)), f.adjacent_to(Range(2.5, 3.0, bounds="()")))
print(bool(Range(empty=True)), bool(a), Range(empty=True).isempty, a.is_empty)
m = MultiRange([a, b])
print(m, len(m), isinstance(m, list))
try:
    a.lower = 3
except Exception as error:
    print(type(error).__name__, error)
