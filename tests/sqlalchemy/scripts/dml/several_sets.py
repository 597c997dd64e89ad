"""One statement with several sets of parameters: the first says which columns are written."""
import sqlalchemy as sa

metadata = sa.MetaData()
shelf = sa.Table(
    "shelf", metadata,
    sa.Column("id", sa.Integer), sa.Column("label", sa.String), sa.Column("height", sa.Integer, default=30),
)
plain = sa.table("shelf", sa.column("id"), sa.column("label"))
statements = (shelf.insert(), sa.insert(plain), sa.text("INSERT INTO shelf (id) VALUES (:id)"))
engine = sa.create_engine("sqlite://")
with engine.begin() as connection:
    metadata.create_all(connection)
    for rows in (
        [{"id": 1}, {"id": 2, "label": "more than the first"}],
        [{"id": 3, "label": "a"}, {"id": 4}],
        [{"id": 5, "label": "b"}, {"id": 6, "label": "c", "height": 1}],
        [{"id": 7}, {"id": 8, "nowhere": 1}],
        [{"id": 9, "nowhere": 1}, {"id": 10}],
    ):
        for statement in statements:
            try:
                connection.execute(statement, rows)
            except Exception as error:
                print(type(error).__name__, str(error).split("\n")[0])
        print(connection.execute(sa.select(shelf)).fetchall())
        connection.execute(sa.delete(shelf))
    connection.execute(shelf.insert(), [{"id": 1}, {"id": 2}])
    change = shelf.update().where(shelf.c.id == sa.bindparam("which"))
    connection.execute(change, [{"which": 1, "label": "x"}, {"which": 2, "label": "y", "height": 2}])
    print(connection.execute(sa.select(shelf)).fetchall())
