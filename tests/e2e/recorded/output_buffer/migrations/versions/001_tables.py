"""A table for each database.

Revision ID: 1
"""
import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None


def upgrade(database):
    op.create_table(database, sa.Column("id", sa.Integer, primary_key=True), sa.Column("at", sa.DateTime))
    if database == "stock":
        op.execute("INSERT INTO stock (id) VALUES (1)")


def downgrade(database):
    op.drop_table(database)
