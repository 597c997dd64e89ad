from __future__ import annotations
import datetime, enum, uuid
from typing import Optional, List, Annotated
import sqlalchemy as sa
from sqlalchemy import String, ForeignKey, Index, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, declared_attr, declarative_base, registry, column_property, deferred, validates, synonym, backref
from sqlalchemy.schema import CreateTable, CreateIndex
from sqlalchemy.dialects import postgresql

def show(base):
    for t in base.metadata.sorted_tables:
        print(str(CreateTable(t).compile(dialect=postgresql.dialect())).strip())
        for i in sorted(t.indexes, key=lambda i: i.name):
            print(str(CreateIndex(i).compile(dialect=postgresql.dialect())))

class Base(DeclarativeBase):
    type_annotation_map = {str: String(77), datetime.datetime: sa.DateTime(timezone=True)}
class Color(enum.Enum):
    red = 1
    blue = 2
intpk = Annotated[int, mapped_column(primary_key=True)]
name50 = Annotated[str, mapped_column(String(50), nullable=False)]
class TimeMixin:
    created: Mapped[datetime.datetime] = mapped_column(server_default=func.now(), sort_order=9)
    updated: Mapped[Optional[datetime.datetime]]
    @declared_attr
    def owner_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("users.id"), index=True)
class User(Base):
    __tablename__ = "users"
    id: Mapped[intpk]
    name: Mapped[name50] = mapped_column()
    nick: Mapped[str | None]
    color: Mapped[Color] = mapped_column(index=True)
    token: Mapped[uuid.UUID] = mapped_column("tok", unique=True, default=uuid.uuid4)
    things: Mapped[List["Thing"]] = relationship(back_populates="owner", cascade="all, delete-orphan")
    plain = sa.Column(sa.Integer, server_default="3")
    __table_args__ = (Index("ix_users_lower", func.lower(name)), sa.UniqueConstraint("name", "nick"), {"comment": "people"})
class Thing(TimeMixin, Base):
    __tablename__ = "things"
    id: Mapped[int] = mapped_column(primary_key=True)
    data: Mapped[bytes]
    price: Mapped[float]
    owner: Mapped["User"] = relationship(back_populates="things")
show(Base)
OldBase = declarative_base()
class M(object):
    @declared_attr
    def __tablename__(cls): return cls.__name__.lower()
    id = sa.Column(sa.Integer, primary_key=True)
class Old(M, OldBase):
    x = sa.Column("xx", sa.Text, nullable=False)
    children = relationship("Child", backref=backref("parent", lazy="joined"))
class Child(M, OldBase):
    old_id = sa.Column(sa.Integer, sa.ForeignKey("old.id"), index=True)
Old.extra = sa.Column(sa.Boolean, default=False)
show(OldBase)
class Emp(OldBase):
    __tablename__ = "emp"
    id = sa.Column(sa.Integer, primary_key=True)
    type = sa.Column(sa.String(5))
    __mapper_args__ = {"polymorphic_on": type, "polymorphic_identity": "emp"}
class Boss(Emp):
    level = sa.Column(sa.Integer)
    __mapper_args__ = {"polymorphic_identity": "boss"}
class Eng(Emp):
    __tablename__ = "eng"
    id = sa.Column(sa.ForeignKey("emp.id"), primary_key=True)
    lang = sa.Column(sa.String)
    __mapper_args__ = {"polymorphic_identity": "eng"}
show(OldBase)
print(User.__table__.c.keys(), Old.__table__.c.xx)
print(User.name == "x", User.token.in_([1]))
u = User(name="a", nick=None); print(u.name, u.nick, u.id)
try: User(foo=3)
except TypeError as e: print(e)
try:
    class Bad(OldBase):
        __tablename__ = "bad"
        x = sa.Column(sa.Integer)
except Exception as e: print(type(e).__name__, e)
try:
    class Bad2(OldBase):
        x = sa.Column(sa.Integer)
except Exception as e: print(type(e).__name__, e)
