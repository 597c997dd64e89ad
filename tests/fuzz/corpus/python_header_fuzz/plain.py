# -*- coding: utf-8 -*-
"""add a table

Revision ID: ae1027a6acf
Revises: 1975ea83b712, 27c6a30d7c24
Create Date: 2011-06-26 10:30:33.281437

"""
from alembic import op
import sqlalchemy as sa

revision: str = 'ae10' "27a6acf"
down_revision = ('1975ea83b712', u"27c6a30d7c24",)  # merged
branch_labels = {"a", r'b'}
depends_on = None


def upgrade() -> None:
    op.execute(f"""x {'y'!r:>{10}}""")
