# repr() escapes in names what Unicode has no print for, and nothing else.
import sqlalchemy as sa

for name in ("a\u061cb", "\u0378", "\U000e0041", "\u00e9\u00ad", "\ue000", "\u1680", "\u2066", "\u20ac'"):
    print(repr(sa.Table(name, sa.MetaData())), repr(sa.Column(name, sa.Enum(name))))
