# The same with typed declarations, select() of entities and relationships.
import datetime
import enum
import uuid
from typing import List, Optional
import sqlalchemy as sa
from sqlalchemy import select, update, delete, insert, func, ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, aliased, mapped_column, relationship, load_only, selectinload, column_property, validates, synonym, backref, contains_eager, deferred

class Base(DeclarativeBase):
    pass
class Kind(enum.Enum):
    a = "A"
    b = "B"
class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(20), default="none")
    kind: Mapped[Optional[Kind]]
    made: Mapped[datetime.datetime] = mapped_column(default=lambda: datetime.datetime(2024, 1, 2, 3, 4, 5))
    children: Mapped[List["Child"]] = relationship(back_populates="parent", cascade="all, delete-orphan")
    def __repr__(self):
        return f"<Parent {self.name}>"
class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int] = mapped_column(ForeignKey("parent.id"))
    label: Mapped[Optional[str]]
    parent: Mapped["Parent"] = relationship(back_populates="children")
    def __repr__(self):
        return f"<Child {self.label}>"

engine = sa.create_engine("sqlite://")
with engine.begin() as connection:
    Base.metadata.create_all(connection)
    session = Session(bind=connection)
    p = Parent(name="p", kind=Kind.a, children=[Child(label="x"), Child(label="y")])
    q = Parent(kind=Kind.b)
    session.add_all([p, q])
    session.flush()
    print(p.id, q.id, q.name, q.made, [c.parent_id for c in p.children])
    session.expire_all()
    print(session.execute(select(Parent).order_by(Parent.id)).all())
    print(session.execute(select(Parent.name, Parent)).fetchone())
    print(session.execute(select(Parent).where(Parent.name == "p")).scalar_one().kind)
    print(session.scalars(select(Child).join(Child.parent).where(Parent.name == "p").order_by(Child.label.desc())).all())
    print(session.scalars(select(Parent).where(Parent.children.any(Child.label == "x"))).one_or_none())
    print(session.scalars(select(Child).where(Child.parent.has(Parent.name == "none"))).all())
    other = aliased(Parent)
    print(session.execute(select(other).where(other.id == 2)).scalars().first())
    print(session.execute(select(Parent).options(load_only(Parent.name), selectinload(Parent.children))).scalars().unique().all())
    print(session.execute(select(func.count()).select_from(Child)).scalar_one())
    print(session.execute(update(Child).where(Child.label == "x").values(label="xx")).rowcount)
    print(session.scalars(select(Child.label).order_by(Child.id)).all())
    p.children.remove(p.children[0])
    session.flush()
    print(session.query(Child).count())
    session.delete(p)
    session.flush()
    print(session.query(Child).count(), session.query(Parent).all())
    session.execute(insert(Parent).values(name="direct", kind=Kind.b, made=datetime.datetime(2020, 1, 1)))
    print([(x.name, x.kind) for x in session.query(Parent).order_by(Parent.name)])
    print(session.execute(delete(Parent).where(Parent.name == "direct")).rowcount)
    print(session.query(Parent).filter(Parent.made < datetime.datetime(2025, 1, 1)).with_entities(Parent.id, Parent.kind).all())
    print(session.query(Parent).filter(Parent.id == 99).one_or_none(), session.get(Parent, 99))
    for row in session.query(Parent.id.label("pid"), Parent.name):
        print(row.pid, row.name, row._asdict(), tuple(row))
    session.bulk_update_mappings(Parent, [{"id": 2, "name": "bulk"}])
    session.flush()
    session.expire_all()
    print(q.name)
    q.kind = None
    session.commit()
    print(session.query(Parent.kind).scalar(), sa.inspect(q).persistent, q in session)
    try:
        session.add(Child(label="orphan"))
        session.flush()
    except sa.exc.IntegrityError as error:
        print(type(error.orig).__name__, str(error.orig))
        session.rollback()
with engine.connect() as connection:
    session = Session(bind=connection)
    session.add(Parent(name='again'))
    session.flush()
    print(session.query(Child).count())
    print(session.query(Parent).order_by(Parent.id).slice(0, 1).all(), session.query(Parent).limit(1).first())
    try:
        session.query(Parent).filter_by(nothing=1)
    except Exception as error:
        print(type(error).__name__, error)
print(str(select(Parent.id, Parent.name).where(Parent.kind == Kind.a)))
print(str(select(Parent).join(Parent.children).where(Child.label.ilike("%x%"))))
