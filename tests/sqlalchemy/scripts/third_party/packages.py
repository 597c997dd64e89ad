"""Column types of other packages, with their arguments, in CREATE TABLE and as bare types."""
import citext
import fastapi_users_db_sqlalchemy
import pgvector
import pgvector.sqlalchemy
import sqlalchemy as sa
import sqlalchemy_utils
import sqlmodel
import sqlmodel.sql.sqltypes
from fastapi_users_db_sqlalchemy.generics import GUID, TIMESTAMPAware
from pgvector.sqlalchemy import HALFVEC, SPARSEVEC, Vector
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateTable
from sqlalchemy_utils.types import TSVectorType
from sqlalchemy_utils.types.bit import BitType

types = [
    lambda: sqlmodel.sql.sqltypes.AutoString(),
    lambda: sqlmodel.AutoString(length=50),
    lambda: sqlmodel.sql.sqltypes.AutoString,
    lambda: fastapi_users_db_sqlalchemy.generics.GUID(),
    lambda: fastapi_users_db_sqlalchemy.GUID(),
    lambda: GUID,
    lambda: TIMESTAMPAware(timezone=True),
    lambda: TIMESTAMPAware(),
    lambda: Vector(3),
    lambda: Vector(dim=1536),
    lambda: Vector(),
    lambda: Vector,
    lambda: pgvector.sqlalchemy.Vector(384),
    lambda: pgvector.sqlalchemy.vector.VECTOR(dim=768),
    lambda: HALFVEC(5),
    lambda: SPARSEVEC(5),
    lambda: pgvector.sqlalchemy.BIT(3),
    lambda: pgvector.sqlalchemy.bit.BIT(length=3),
    lambda: sa.ARRAY(Vector(3)),
    lambda: citext.CIText(),
    lambda: BitType(7),
    lambda: sqlalchemy_utils.types.choice.ChoiceType([("a", "A"), ("b", "B")]),
    lambda: sqlalchemy_utils.ChoiceType([(1, "A")], impl=sa.Integer()),
    lambda: sqlalchemy_utils.types.email.EmailType(),
    lambda: sqlalchemy_utils.EmailType(length=100),
    lambda: sqlalchemy_utils.types.json.JSONType(),
    lambda: sqlalchemy_utils.LtreeType(),
    lambda: sqlalchemy_utils.types.scalar_list.ScalarListType(),
    lambda: sqlalchemy_utils.ScalarListType(int),
    lambda: sqlalchemy_utils.types.uuid.UUIDType(),
    lambda: sqlalchemy_utils.UUIDType(binary=False),
    lambda: sqlalchemy_utils.UUIDType(binary=True, native=False),
    lambda: sqlalchemy_utils.UUIDType(native=False, binary=False),
    lambda: sqlalchemy_utils.types.url.URLType(),
    lambda: sqlalchemy_utils.TSVectorType("name", "text"),
    lambda: TSVectorType(),
]
for number, make in enumerate(types):
    for dialect in (postgresql.dialect(), sqlite.dialect()):
        table = sa.Table("t", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("c", make(), nullable=False))
        try:
            print(number, dialect.name, str(CreateTable(table).compile(dialect=dialect)).strip().split("\n\t")[2])
        except Exception as error:
            print(number, dialect.name, type(error).__name__)
for make in (sqlmodel.AutoString(), GUID()):
    print(type(make).__name__, isinstance(make, sa.types.TypeDecorator), issubclass(type(make), sa.types.TypeEngine))
table = sa.Table("t", sa.MetaData(), sa.Column("id", GUID(), server_default="x"), sa.Column("name", sqlmodel.AutoString(), server_default="it's"))
print(CreateTable(table).compile(dialect=postgresql.dialect()))
