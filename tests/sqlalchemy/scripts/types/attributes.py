"""What a type's arguments read back as."""
import decimal

import sqlalchemy as sa
from sqlalchemy import types

s = sa.String(20, collation="C")
print(s.length, s.collation, s.python_type)
n = sa.Numeric(8, 3)
print(n.precision, n.scale, n.asdecimal, n.decimal_return_scale, n.python_type is decimal.Decimal)
print(sa.Float().asdecimal, sa.Float().python_type, sa.Float(5).precision)
print(sa.DateTime().timezone, sa.DateTime(timezone=True).timezone, sa.TIMESTAMP(True).timezone)
print(sa.DateTime().python_type, sa.Date().python_type, sa.Time().python_type, sa.Interval().python_type)
print(sa.Integer().python_type, sa.Boolean().python_type, sa.LargeBinary().python_type, sa.JSON().python_type)
print(sa.Uuid().python_type, sa.Uuid(as_uuid=False).python_type, sa.Uuid().as_uuid, sa.Uuid().native_uuid)
print(sa.LargeBinary(5).length, sa.Boolean(name="flag").name, sa.Boolean().create_constraint)
a = sa.ARRAY(sa.String(3), dimensions=2)
print(a.item_type, a.dimensions, a.zero_indexes, a.as_tuple, a.python_type)
i = sa.Interval(second_precision=2, day_precision=3, native=False)
print(i.native, i.second_precision, i.day_precision)
print(sa.JSON(none_as_null=True).none_as_null, sa.JSON().should_evaluate_none, sa.JSON(True).should_evaluate_none)
print(sa.String().should_evaluate_none, sa.String().evaluates_none().should_evaluate_none)
print(hasattr(sa.Integer(), "length"), hasattr(sa.Text(), "length"), hasattr(sa.Date(), "timezone"))
for t in (sa.String, sa.Integer, sa.Enum, types.NullType, sa.BigInteger, sa.VARCHAR, sa.JSON, sa.Uuid):
    print(t.__visit_name__, t.__name__, t.__module__)

s.length = 99
print(s, repr(s))
e = sa.Enum("x", "y", name="e")
e.name = "f"
e.schema = "g"
print(e.name, e.schema, e.enums, repr(e))
print(sa.String(5)._type_affinity.__name__, sa.TEXT()._type_affinity.__name__, sa.BIGINT()._type_affinity.__name__)
print(sa.Double()._type_affinity.__name__, sa.Enum("a")._type_affinity.__name__, sa.TIMESTAMP()._type_affinity.__name__)
print(repr(sa.VARCHAR(4).as_generic()), repr(sa.BIGINT().as_generic()), repr(sa.TIMESTAMP(True).as_generic()))
print(repr(sa.NUMERIC(4, 2).as_generic()), repr(sa.DOUBLE_PRECISION().as_generic()), repr(sa.CHAR(2).as_generic()))
