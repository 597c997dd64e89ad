"""Classes with table=True: their tables, and their rows."""
import datetime
import decimal
import enum
import uuid
from typing import Dict, List, Optional

import sqlmodel
from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import Column, Field, Relationship, Session, SQLModel, String, col, create_engine, func, or_, select, text


class Color(str, enum.Enum):
    red = "r"
    blue = "b"


class Link(SQLModel, table=True):
    team_id: Optional[int] = Field(default=None, foreign_key="team.id", primary_key=True)
    hero_id: Optional[int] = Field(default=None, foreign_key="heroes.id", primary_key=True)


class Team(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(index=True, max_length=50, unique=True)
    heroes: List["Hero"] = Relationship(back_populates="team")
    friends: List["Hero"] = Relationship(back_populates="groups", link_model=Link)


class HeroBase(SQLModel):
    name: str = Field(index=True)
    secret: Optional[str] = None
    age: Optional[int] = Field(default=None, ge=0)
    active: bool = True


class Hero(HeroBase, table=True):
    __tablename__ = "heroes"
    __table_args__ = (UniqueConstraint("name", "team_id", name="uq_hero"), {"comment": "them"})
    id: Optional[int] = Field(default=None, primary_key=True)
    score: float = 1.5
    price: decimal.Decimal = Field(default=0, max_digits=9, decimal_places=2)
    token: uuid.UUID = Field(default_factory=lambda: uuid.UUID(int=7))
    color: Color = Color.red
    born: Optional[datetime.date] = None
    seen: datetime.datetime = Field(default=datetime.datetime(2020, 1, 2), nullable=True)
    at: Optional[datetime.time] = None
    long: Optional[datetime.timedelta] = None
    blob: Optional[bytes] = None
    data: Dict[str, int] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    note: str = Field(default="", sa_column=Column("notes", String(9), server_default="x"))
    said: Optional[str] = Field(default=None, sa_column_kwargs={"server_default": text("'q'")})
    team_id: Optional[int] = Field(default=None, foreign_key="team.id")
    team: Optional[Team] = Relationship(back_populates="heroes")
    groups: List[Team] = Relationship(back_populates="friends", link_model=Link)


class HeroCreate(HeroBase):
    pass


for table in SQLModel.metadata.sorted_tables:
    print(str(CreateTable(table).compile(dialect=postgresql.dialect())).strip())
    for index in sorted(table.indexes, key=lambda index: index.name):
        print(CreateIndex(index).compile(dialect=postgresql.dialect()))
print(Hero.__table__.c.keys(), Hero.__tablename__, Team.__tablename__, hasattr(HeroBase, "__table__"))
print(sqlmodel.sql.sqltypes.AutoString(length=5), repr(sqlmodel.AutoString(4)), sqlmodel.Session is Session)

engine = create_engine("sqlite://")
SQLModel.metadata.create_all(engine)
with Session(engine) as session:
    team = Team(name="A")
    hero = Hero(name="x", team=team, groups=[team])
    print(repr(Team(name="B")), hero.token, hero.color, hero.team.name)
    session.add(hero)
    session.add(Hero(name="y", age=4, team=team, data={"k": 1}))
    session.commit()
    session.refresh(hero)
    print(hero.id, hero.team_id, team.id, [h.name for h in team.heroes], [h.name for h in team.friends], hero.data)
    print(session.exec(select(Hero.name).order_by(Hero.id)).all())
    print([h.name for h in session.exec(select(Hero).where(Hero.age > 3)).all()])
    print(session.exec(select(Hero.name, Team.name).join(Team).order_by(col(Hero.name).desc())).all())
    print(session.exec(select(func.count(Hero.id))).one(), session.exec(select(Hero).where(or_(Hero.name == "x"))).first().name)
    found = session.get(Hero, 2)
    found.age, found.secret = 9, "s"
    session.add(found)
    session.commit()
    session.refresh(found)
    print(found.age, sorted(found.model_dump(include={"name", "age", "secret", "color"}).items()))
    made = HeroCreate(name="z", age="3")
    print(repr(made))
    session.add(Hero(name=made.name, age=made.age))
    session.commit()
    session.delete(found)
    session.commit()
    print(session.exec(text("SELECT name, age, active FROM heroes ORDER BY id")).all())
try:
    HeroCreate(age=-1)
except ValueError as problem:
    print([one["loc"] for one in problem.errors()])
