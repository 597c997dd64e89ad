"""Geography is written in one way for every database."""
import sqlalchemy as sa
from geoalchemy2 import Geography
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateColumn, CreateTable

for dialect in (postgresql.dialect(), sqlite.dialect()):
    for kind in (Geography(), Geography("POINT", 4326), Geography(geometry_type="MULTIPOLYGON", spatial_index=False)):
        column = sa.Column("place", kind)
        print(CreateColumn(column).compile(dialect=dialect))
    print(CreateTable(sa.Table("spot", sa.MetaData(), column)).compile(dialect=dialect))
