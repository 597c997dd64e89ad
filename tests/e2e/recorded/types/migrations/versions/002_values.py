"""Values go through their types once, whichever way they are sent."""
import sqlalchemy as sa
from alembic import op

revision = "2"
down_revision = "1"


class Marked(sa.types.TypeDecorator):
    impl = sa.String(20)
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return "<%s>" % value


def upgrade():
    t = op.create_table("v", sa.Column("id", sa.Integer), sa.Column("j", sa.JSON), sa.Column("e", Marked()))
    op.bulk_insert(t, [{"id": 1, "j": {"a": 1}, "e": "x"}, {"id": 2, "j": None, "e": None}])
    op.bulk_insert(t, [{"id": 3, "j": "s", "e": "x"}])
    op.get_bind().execute(t.insert().values(id=4, j=None, e="y"))
    op.get_bind().execute(t.insert(), {"id": 5, "j": [1], "e": "z"})
    op.execute(t.insert().values(id=6, j={"k": 1}, e="y"))
    op.execute(t.update().where(t.c.e == "y").values(j={"k": 2}))
    for row in op.get_bind().execute(sa.text("SELECT * FROM v ORDER BY id")):
        print(tuple(row))


def downgrade():
    pass
