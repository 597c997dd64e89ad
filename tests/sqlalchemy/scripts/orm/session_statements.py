# session.execute() of INSERT, UPDATE, DELETE and SELECT of mapped classes.
import sqlalchemy as sa
from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Crate(Base):
    __tablename__ = "crates"
    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str] = mapped_column("label_text")
    weight: Mapped[int | None]


class Tag(Base):
    __tablename__ = "tags"
    crate_id: Mapped[int] = mapped_column(primary_key=True)
    word: Mapped[str] = mapped_column(primary_key=True)
    rank: Mapped[int | None] = mapped_column(default=7)
    note: Mapped[str | None] = mapped_column(server_default="none")


engine = sa.create_engine("sqlite://")
with engine.connect() as bind:
    Base.metadata.create_all(bind)
    session = Session(bind=bind)

    print("rows by attribute")
    session.execute(insert(Crate), [{"label": "a", "weight": 1}, {"label": "b", "weight": 2}])
    session.execute(insert(Crate), {"label": "c"})
    session.execute(insert(Crate).values(label="d", weight=4))
    session.execute(insert(Tag), [{"crate_id": 1, "word": "x"}, {"crate_id": 2, "word": "y", "rank": 1}])
    rows = [{"crate_id": 3, "word": "z", "rank": None, "note": None}, {"crate_id": 4, "word": "z", "note": "it"}]
    session.execute(insert(Tag), rows)
    session.bulk_insert_mappings(Tag, [{**row, "crate_id": row["crate_id"] + 2} for row in rows])
    session.execute(
        insert(Tag), [{**row, "crate_id": row["crate_id"] + 4} for row in rows], execution_options={"render_nulls": True}
    )
    print([tuple(one) for one in session.execute(insert(Tag).returning(Tag.rank, Tag.note, Tag.crate_id), [
        {"crate_id": 9, "word": "z"}, {"crate_id": 10, "word": "z", "note": "own"}, {"crate_id": 11, "word": "z"}])])
    print(bind.execute(select(Crate.__table__)).all())
    print(bind.execute(select(Tag.__table__)).all())

    print("objects that come back")
    made = session.scalars(insert(Crate).returning(Crate), [{"label": "e", "weight": 5}, {"label": "f", "weight": 6}])
    print([(one.id, one.label, one.weight) for one in made])
    row = session.execute(insert(Crate).values(label="g", weight=7).returning(Crate.weight, Crate)).one()
    print(row.weight, row.Crate.label, len(row))
    print([one.label for one in session.scalars(update(Crate).where(Crate.weight > 5).values(weight=60).returning(Crate))])
    print(session.execute(insert(Crate).values(label="h", weight=8).returning(Crate.id)).scalar_one())
    print(tuple(bind.execute(insert(Crate).values(label="i", weight=9).returning(Crate)).one())[1:])

    print("what is loaded goes along")
    held = session.scalars(select(Crate).order_by(Crate.id)).all()
    first, second = held[:2]
    print(session.execute(update(Crate).where(Crate.id == 1).values(label="changed")).rowcount, first.label)
    session.execute(update(Crate).values({Crate.weight: Crate.id * 10}))
    print([one.weight for one in held])
    session.execute(update(Crate).where(Crate.label.in_(["b", "c"])).values(label=sa.func.upper(Crate.label)))
    print([one.label for one in held])
    second.weight = -2
    session.execute(update(Crate).where(Crate.id == 2).values(label="mine"))
    print(second.label, second.weight)

    print("or not")
    session.execute(update(Crate).values(weight=0).execution_options(synchronize_session=False))
    session.execute(update(Crate).values(weight=0), execution_options={"synchronize_session": False})
    session.query(Crate).update({"weight": 0}, synchronize_session=False)
    print(first.weight, second.weight)
    session.expire_all()
    print(first.weight, second.weight)

    print("by primary key")
    session.execute(update(Crate), [{"id": 1, "weight": 100}, {"id": 2, "weight": 200, "label": "two"}])
    session.execute(update(Tag), [{"crate_id": 1, "word": "x", "rank": 50}])
    print(first.weight, second.weight, second.label, held[2].weight)
    print(bind.execute(select(Tag.__table__)).all())
    try:
        session.execute(update(Crate), [{"weight": 3}])
    except sa.exc.InvalidRequestError as error:
        print(str(error).partition("\n")[0])
    print(bind.execute(select(Crate.weight)).scalars().all())

    print("deleted")
    print(session.execute(delete(Crate).where(Crate.id == 2)).rowcount, second in session, session.get(Crate, 2))
    session.execute(delete(Crate).where(Crate.label.in_(["d", "e"])))
    session.query(Crate).filter(Crate.label == "C").delete()
    print(session.scalars(select(Crate.label).order_by(Crate.id)).all())
    session.execute(delete(Tag))
    print(session.scalar(select(sa.func.count()).select_from(Tag)))

    print("tables know nothing of objects")
    session.execute(update(Crate.__table__).values(weight=5))
    print(first.weight)
    session.refresh(first)
    print(first.weight)
    session.execute(sa.text("UPDATE crates SET weight = 6"))
    print(first.weight)

    print("rows of objects")
    session.expire_all()
    print([(one.id, name) for one, name in session.execute(select(Crate, Crate.label).order_by(Crate.id))])
    print(session.execute(select(Crate).where(Crate.id == 1)).scalar_one() is first)
    print([row.Crate.label for row in session.execute(select(Crate).order_by(Crate.id.desc()).limit(2))])
    other = Session(bind=bind)
    print([one.label for one in other.scalars(delete(Crate).where(Crate.label == "f").returning(Crate))])
    print(other.execute(update(Tag).where(Tag.crate_id == 99).values(rank=1)).rowcount)
