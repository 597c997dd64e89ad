"""What opens connections of its own while the migration's is at work."""
import sqlalchemy as sa
from alembic import op

revision = "001"
down_revision = None

metadata = sa.MetaData()
crates = sa.Table("crates", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("label", sa.String(9)))


def upgrade():
    engine = op.get_bind().engine
    print(engine.name, engine.url.get_backend_name(), engine.dialect.name)
    with engine.begin() as connection:
        crates.create(connection, checkfirst=True)
        connection.execute(crates.insert(), [{"label": "oak"}, {"label": "pine"}])
    with engine.connect() as connection:
        print(connection.execute(sa.select(crates)).all())
        connection.execute(crates.update().values(label="elm").where(crates.c.id == 2))
        connection.commit()
    try:
        with engine.begin() as connection:
            connection.execute(crates.delete())
            raise ValueError("not after all")
    except ValueError as problem:
        print(problem)
    print(op.get_bind().execute(sa.select(crates.c.label).order_by(crates.c.id)).scalars().all())
    print(sa.inspect(engine).get_table_names())


def downgrade():
    crates.drop(op.get_bind().engine)
    print(sa.inspect(op.get_bind()).get_table_names())
