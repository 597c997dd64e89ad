"""What types of other packages say of statements: functions around values and columns."""
import sqlalchemy as sa
from geoalchemy2 import Geography, Geometry, Raster
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable
from sqlalchemy_utils import CompositeType

dialect = postgresql.dialect()
spot = sa.Table("spot", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("at", Geometry("POINT", srid=4326)), sa.Column("around", Geography(geometry_type="POLYGON")), sa.Column("seen", Raster), sa.Column("text", Geometry("POINT", from_text="ST_GeomFromText")))
for statement in (
    spot.insert().values(at="POINT(1 2)", around="POLYGON((0 0,1 1,1 0,0 0))", text="POINT(3 4)"),
    spot.update().values(seen="x").where(spot.c.id == 1),
    sa.select(spot),
    sa.select(spot.c.at).where(spot.c.around == "POINT(0 0)"),
    spot.delete().returning(spot.c.at),
):
    compiled = statement.compile(dialect=dialect)
    print(compiled, compiled.params)
print(CreateTable(spot).compile(dialect=dialect))
money = CompositeType("money_type", [sa.Column("currency", sa.String), sa.Column("amount", sa.Integer)])
print(CreateTable(sa.Table("account", sa.MetaData(), sa.Column("balance", money))).compile(dialect=dialect))
