"""An index that a column's type brings with it: geoalchemy2's spatial indexes, on PostgreSQL."""
import sqlalchemy as sa
from geoalchemy2 import Geography, Geometry, Raster
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex


def written(title, *columns, schema=None):
    print("--", title)
    sa.Table("spot", sa.MetaData(), *columns, schema=schema).create(engine, checkfirst=False)


engine = sa.create_mock_engine("postgresql://", lambda statement, *given, **options: print(statement.compile(dialect=engine.dialect)))


def key():
    return sa.Column("id", sa.Integer, primary_key=True)


def at(*given, **options):
    return sa.Column("at", Geometry("POINT", *given, **options))


class Decorated(sa.types.TypeDecorator):
    impl = Geometry
    cache_ok = True


class Derived(Geometry):
    cache_ok = True


class DecoratedRaster(sa.types.TypeDecorator):
    impl = Raster
    cache_ok = True


tables = {
    "geometry": [key(), at(4326)],
    "geography": [key(), sa.Column("around", Geography("POLYGON"))],
    "raster, a class": [key(), sa.Column("seen", Raster)],
    "raster, an instance": [key(), sa.Column("seen", Raster(spatial_index=True))],
    "none": [key(), at(spatial_index=False), sa.Column("seen", Raster(spatial_index=False))],
    "none because reflected": [at(_spatial_index_reflected=True)],
    "more dimensions": [sa.Column("at", Geometry("POINTZ", use_N_D_index=True))],
    "more dimensions of a geography": [sa.Column("at", Geography("POINTZ", use_N_D_index=True))],
    "one of two": [at(), sa.Column("b", Geometry("POINT", spatial_index=False))],
    "truth": [at(spatial_index=0), sa.Column("b", Geometry(spatial_index=1))],
    "column of NOT NULL": [sa.Column("b", Geometry("POINT"), nullable=False)],
    "type of NOT NULL": [at(nullable=False), sa.Column("b", Raster(nullable=False), nullable=True)],
    "computed": [sa.Column("at", Geometry("POINT"), sa.Computed("x"))],
    "decorator": [sa.Column("at", Decorated("POINT", 4326))],
    "decorator without": [sa.Column("at", Decorated("POINT", spatial_index=False))],
    "decorator of raster": [sa.Column("at", DecoratedRaster())],
    "derived": [sa.Column("at", Derived("POINT"))],
    "variant of it": [sa.Column("at", Geometry("POINT").with_variant(sa.Text(), "sqlite"))],
    "it as a variant": [sa.Column("at", sa.Text().with_variant(Geometry("POINT"), "postgresql"))],
    "array": [sa.Column("at", sa.ARRAY(Geometry("POINT")))],
    "key": [sa.Column("at", Geometry("POINT"), key="other")],
}
for title, columns in tables.items():
    written(title, *columns)
written("schema", key(), at(), schema="geo")
written("raster in a schema", sa.Column("seen", Raster), schema="geo")
written("quoted", sa.Column("At", Geometry("POINT", use_N_D_index=True)), schema="Geo")
written("quoted raster", sa.Column("Select", Raster))
written("reserved", sa.Column("order", Geography))

for title, columns in {"add on SQLite": [at()], "add raster on SQLite": [sa.Column("seen", Raster)]}.items():
    for line in columns:
        made = sa.Table("spot", sa.MetaData(), line)
        print("--", title, *[CreateIndex(index).compile(dialect=sqlite.dialect()) for index in made.indexes], sep="\n")

try:
    sa.Table("spot", sa.MetaData(), at(use_N_D_index=True, spatial_index=False))
except Exception as error:
    print(type(error).__name__, error)

spot = sa.Table(
    "spot",
    sa.MetaData(naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s"}),
    key(),
    at(),
    sa.Column("seen", Raster),
    sa.Column("k", Geometry("POINT", use_N_D_index=True), key="other"),
    sa.Column("flat", Geometry("POINT", spatial_index=False)),
)
spot.append_column(sa.Column("late", Geometry("POINT")))
for table in (spot, spot.to_metadata(sa.MetaData()), spot.to_metadata(sa.MetaData(), name="place", schema="geo")):
    for index in sorted(table.indexes, key=lambda index: index.name):
        print(index.name, index.unique, index.columns.keys(), index.table is table, len(index.expressions))
        print(CreateIndex(index).compile(dialect=postgresql.dialect()))

for name in ("place", "other"):
    table = sa.Table(name, sa.MetaData(), at())
    table.create(engine, checkfirst=False)
    table.metadata.create_all(engine, checkfirst=False)
    table.drop(engine, checkfirst=False)
raster = sa.Table("raster", sa.MetaData(), sa.Column("seen", Raster), schema="geo")
raster.create(engine, checkfirst=False)
for index in raster.indexes:
    index.drop(engine)
