"""Columns of other packages' types.

Revision ID: 2
"""
import fastapi_users_db_sqlalchemy
import pgvector
import sqlalchemy as sa
import sqlalchemy_utils
import sqlmodel
from alembic import op
from pgvector.sqlalchemy import Vector

revision = "2"
down_revision = "1"


def upgrade():
    op.create_table(
        "item",
        sa.Column("id", fastapi_users_db_sqlalchemy.generics.GUID(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default="it's"),
        sa.Column("email", sqlalchemy_utils.types.email.EmailType(length=255), nullable=True),
        sa.Column("token", sqlalchemy_utils.types.uuid.UUIDType(binary=False), nullable=True),
        sa.Column("embedding", pgvector.sqlalchemy.vector.VECTOR(dim=1536), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.add_column("item", sa.Column("other", Vector(3), nullable=True))
    op.alter_column("item", "name", existing_type=sqlmodel.sql.sqltypes.AutoString(), type_=sqlmodel.AutoString(length=50))
    op.create_index("ix_embedding", "item", ["embedding"], postgresql_using="hnsw", postgresql_ops={"embedding": "vector_l2_ops"}, postgresql_with={"m": 16})


def downgrade():
    op.drop_table("item")
