import re

import sqlalchemy as sa
from sqlalchemy import column
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.dialects import sqlite


def show(e):
    for d in (pg.dialect(), sqlite.dialect()):
        for kw in ({}, {"literal_binds": True}):
            try:
                c = e().compile(dialect=d, compile_kwargs=kw)
                print(str(c).replace("\n", "~"), "|", sorted(c.params.items()) if not kw else "")
            except Exception as error:
                print(type(error).__name__, re.sub(r"<[\w.]*\.(\w+) object at 0x\w+>", r"\1", str(error).split("\n")[0]))


j, jb, ar = column("j", sa.JSON), column("jb", pg.JSONB), column("ar", pg.ARRAY(sa.Integer))
h, r, t = column("h", pg.HSTORE), column("r", pg.INT4RANGE), column("t", pg.TSVECTOR)
for e in [
    lambda: j["a"], lambda: j["a"]["b"], lambda: j[5], lambda: j[("a", "b")], lambda: j["a"].as_string(),
    lambda: j["a"].as_integer() == 5, lambda: j["a"].as_boolean(), lambda: j["a"].as_float(),
    lambda: j["a"].as_numeric(10, 2), lambda: j["a"].as_json(), lambda: jb["a"].astext, lambda: jb["a"].astext == "x",
    lambda: jb[("a", "b")].astext, lambda: jb["a"].astext.cast(sa.Integer), lambda: jb["a"]["b"].astext,
    lambda: jb.contains({"a": 1}), lambda: jb.contained_by({"a": 1}), lambda: jb.has_key("a"), lambda: jb.has_any(pg.array(["a", "b"])),
    lambda: jb.has_all(pg.array(["a"])), lambda: ~jb.has_key("a"), lambda: jb.path_exists(sa.text("'$.a'")), lambda: jb.path_match(sa.text("'$.a > 1'")),
    lambda: jb.delete_path(["a", "b"]), lambda: jb == {"x": 1}, lambda: jb["a"].cast(sa.Text), lambda: jb.op("->>")("x"),
    lambda: ar.contains([1, 2]), lambda: ar.contained_by([1]), lambda: ar.overlap([1]), lambda: ar.any(5),
    lambda: ar.all(5), lambda: ar[1], lambda: ar[1:3], lambda: ar == [1, 2], lambda: ar + [3], lambda: ar.any_() == 3,
    lambda: h["k"], lambda: h["k"] == "v", lambda: h.has_key("k"), lambda: h.contains({"a": "b"}), lambda: h.defined("k"),
    lambda: h.keys(), lambda: h.vals(), lambda: h.delete("k"), lambda: h.slice(pg.array(["a"])), lambda: h.array(),
    lambda: r.contains(5), lambda: r.overlaps(r), lambda: r << r, lambda: r.strictly_right_of(r), lambda: r.adjacent_to(r),
    lambda: r.not_extend_left_of(r), lambda: r + r, lambda: r * r, lambda: r.contained_by(r),
    lambda: t.match("a & b"), lambda: t.bool_op("@@")(sa.func.to_tsquery("x")),
    lambda: pg.array([1, 2, 3]), lambda: pg.array([pg.array([1]), pg.array([2])]), lambda: pg.array([]),
    lambda: pg.array([1, 2], type_=sa.BigInteger), lambda: pg.array([1]) + pg.array([2]), lambda: pg.array(["a", "b"])[1],
    lambda: pg.aggregate_order_by(column("x"), column("y").desc()),
    lambda: sa.func.array_agg(pg.aggregate_order_by(column("x"), column("y"))), lambda: pg.array_agg(column("x")),
]:
    show(e)
