# INSERT, UPDATE and DELETE, with RETURNING, ON CONFLICT, several tables.
import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, Values, bindparam, delete, func, insert, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from shared.cases import statement_case as case


m = MetaData()
guest = Table("guest", m, Column("id", Integer, primary_key=True), Column("name", String(30)), Column("full", String))
mail = Table("mail", m, Column("id", Integer, primary_key=True), Column("guest_id", ForeignKey("guest.id")), Column("at", String))


@case
def inserts():
    stmt = insert(guest).values(name="ann", full="Ann A.")
    inner = select(guest.c.id).where(guest.c.name == bindparam("who")).scalar_subquery()
    chosen = select(guest.c.id, guest.c.name + "@home")
    return [
        lambda: stmt,
        lambda: insert(guest),
        lambda: insert(guest).values(),
        lambda: insert(guest).values([{"name": "a"}, {"name": "b"}]),
        lambda: insert(guest).values((1, "a", "b")),
        lambda: insert(guest).values({guest.c.name: "k", "full": func.upper("v")}),
        lambda: insert(mail).values(guest_id=inner),
        lambda: insert(mail).returning(mail.c.id, mail.c.at),
        lambda: insert(mail).from_select(["guest_id", "at"], chosen).returning(mail.c.id),
        lambda: insert(mail).from_select(["guest_id", "at"], chosen),
        lambda: insert(guest).from_select(guest.c["id", "name"], select(mail.c.id, mail.c.at), include_defaults=False),
        lambda: insert(guest).prefix_with("OR REPLACE"),
        lambda: insert(guest).inline().values(name=sa.null()),
        lambda: guest.insert().values(name=text("now()")),
        lambda: insert(guest).returning(func.lower(guest.c.name).label("low"), guest),
        lambda: insert(guest).values(name="x").values(full="y"),
    ]


@case
def compiled():
    print(insert(guest).values(name="ann", full="Ann A.").compile().params)
    return []


@case
def updates():
    first_mail = select(mail.c.at).where(mail.c.guest_id == guest.c.id).order_by(mail.c.id).limit(1).scalar_subquery()
    new = Values(guest.c.id, guest.c.name, name="fresh").data([(1, "x"), (2, "y")])
    return [
        lambda: update(guest).where(guest.c.name == "ann").values(full="Ann B."),
        lambda: update(guest).values(full="Dr " + guest.c.name),
        lambda: update(guest).where(guest.c.name == bindparam("old")).values(name=bindparam("new")),
        lambda: update(guest).values(full=first_mail),
        lambda: update(guest).where(guest.c.id == mail.c.guest_id).where(mail.c.at == "x").values(full="Pat"),
        lambda: guest.update().values(name=new.c.name).where(guest.c.id == new.c.id),
        lambda: update(guest).ordered_values((guest.c.full, "b"), (guest.c.name, guest.c.full + "c")),
        lambda: update(guest).where(guest.c.name == "ann").values(full="x").returning(guest.c.id, guest.c.name),
        lambda: update(guest).values({guest.c.name: None, "full": func.now()}),
        lambda: update(guest).filter_by(name="ann").values(id=guest.c.id + 1),
        lambda: update(guest),
        lambda: guest.update().with_hint("ONLY", dialect_name="postgresql").values(name="x"),
        lambda: update(guest).where(guest.c.id.in_(select(mail.c.guest_id))).values(name=None),
        lambda: update(guest).values(name="x").prefix_with("LOW"),
        lambda: update(guest.alias("g")).values(name="y"),
        lambda: update(guest).where(sa.exists().where(mail.c.guest_id == guest.c.id)).values(full=select(mail.c.at).scalar_subquery()),
    ]


@case
def deletes():
    return [
        lambda: delete(guest).where(guest.c.name == "ann"),
        lambda: delete(guest),
        lambda: delete(guest).where(guest.c.id == mail.c.guest_id).where(mail.c.at == "x"),
        lambda: delete(guest).where(guest.c.name == "ann").returning(guest.c.id, guest.c.name),
        lambda: guest.delete().with_hint("ONLY", dialect_name="postgresql"),
        lambda: delete(guest).filter_by(full="z"),
        lambda: delete(guest).where(~sa.exists().where(mail.c.guest_id == guest.c.id)),
        lambda: delete(guest.alias("g")),
    ]


def conflicts(build):
    stmt = build(guest).values(id=1, name="ann")
    return [
        lambda: stmt.on_conflict_do_nothing(),
        lambda: stmt.on_conflict_do_nothing(index_elements=["id"]),
        lambda: stmt.on_conflict_do_update(index_elements=["id"], set_=dict(full="new")),
        lambda: stmt.on_conflict_do_update(index_elements=[guest.c.id], set_={"full": stmt.excluded.name}),
        lambda: stmt.on_conflict_do_update(index_elements=["id"], set_=dict(full="new", name=stmt.excluded.name), where=(guest.c.full == "old")),
        lambda: stmt.on_conflict_do_update(index_elements=["id"], set_={guest.c.full: stmt.excluded.full + guest.c.full}),
        lambda: stmt.on_conflict_do_update(index_elements=["id"], set_=stmt.excluded),
        lambda: stmt.on_conflict_do_update(index_elements=["id"], set_=dict(full=func.now())).returning(guest.c.id),
    ]


@case
def conflicts_on_postgresql():
    stmt = postgresql.insert(guest).values(id=1, name="ann")
    return conflicts(postgresql.insert) + [
        lambda: stmt.on_conflict_do_update(constraint="guest_pk", set_=dict(full="new")),
        lambda: stmt.on_conflict_do_update(constraint=guest.primary_key, set_=dict(full="new")),
        lambda: stmt.on_conflict_do_nothing(constraint="guest_pk"),
        lambda: postgresql.insert(guest).values([{"name": "a"}, {"name": "b"}]).on_conflict_do_nothing(),
        lambda: stmt.on_conflict_do_nothing(index_elements=[func.lower(guest.c.name)]),
        lambda: stmt.on_conflict_do_nothing(index_elements=[text("lower(name)")]),
    ]


@case
def conflicts_on_sqlite():
    for build in conflicts(sqlite.insert):
        print(build())
    return []


@case
def conflict_without_target():
    return [postgresql.insert(guest).on_conflict_do_update(set_=dict(a=1))]


@case
def conflict_without_set():
    return [postgresql.insert(guest).on_conflict_do_update(index_elements=["id"], set_={})]


@case
def unknown_column():
    return [insert(guest).values(nothing=1)]


@case
def on_an_engine():
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        m.create_all(connection)
        result = connection.execute(insert(guest).values(name="ann", full="Ann A."))
        print(result.inserted_primary_key, result.rowcount, result.lastrowid)
        connection.execute(insert(guest), [{"name": "bo", "full": "Bo"}, {"name": "cy", "full": "Cy"}])
        inner = select(guest.c.id).where(guest.c.name == bindparam("who")).scalar_subquery()
        connection.execute(insert(mail).values(guest_id=inner), [{"who": "ann", "at": "a@x"}, {"who": "cy", "at": "c@x"}])
        print(connection.execute(select(mail)).all())
        print(connection.execute(update(guest).where(guest.c.name == bindparam("old")).values(name=bindparam("new")), [{"old": "ann", "new": "anna"}, {"old": "bo", "new": "bob"}]).rowcount)
        print(connection.execute(update(guest).values(full="X").where(guest.c.name == "cy").returning(guest.c.id, guest.c.full)).all())
        print(connection.execute(delete(mail).where(mail.c.at == "a@x")).rowcount)
        stmt = sqlite.insert(guest).values(id=1, name="again")
        connection.execute(stmt.on_conflict_do_update(index_elements=["id"], set_=dict(name=stmt.excluded.name)))
        for row in connection.execute(select(guest).order_by(guest.c.id)):
            print(row.id, row.name, row.full, row._mapping["name"])
        each = func.json_each('["one", "two"]').table_valued("value")
        print(connection.execute(select(each).where(each.c.value.in_(["two"]))).all())
    return []
