"""Which names and tables classes get."""
import sqlalchemy as sa
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.model import BindMixin, DefaultMeta, Model, NameMixin, camel_to_snake_case
from flask_sqlalchemy.query import Query
from sqlalchemy.orm import DeclarativeBase, DeclarativeBaseNoMeta, Mapped, declarative_base, declared_attr, mapped_column
from sqlalchemy.schema import CreateTable

for name in ("User", "BlogPost", "HTTPRequest", "CVEntry", "Item2Thing", "ABCd", "_Private", "X", "user", "JSONType2"):
    print(name, camel_to_snake_case(name))


def show(db):
    for key in sorted(db.metadatas, key=str):
        print("--", key, db.metadatas[key].info)
        for table in db.metadatas[key].sorted_tables:
            print(str(CreateTable(table)).strip())


db = SQLAlchemy()
print(db, db.metadata is db.Model.metadata, db.Model.__name__, type(db.Model).__name__, db.Query is Query)


class User(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(80), nullable=False, index=True)
    kind = db.Column(db.String(10))
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "user"}


class Employee(User):
    salary = db.Column(db.Numeric(10, 2))
    __mapper_args__ = {"polymorphic_identity": "employee"}


class Engineer(User):
    id = db.Column(db.ForeignKey("user.id"), primary_key=True)
    language = db.Column(db.String(20))
    __mapper_args__ = {"polymorphic_identity": "engineer"}


class Named(User):
    __tablename__ = "named_ones"
    id = db.Column(None, db.ForeignKey(User.id), primary_key=True)


print(Employee.__table__ is User.__table__, "__tablename__" in Employee.__dict__, Employee.__tablename__)
print(Engineer.__tablename__, Named.__tablename__)


class Timestamped:
    created = db.Column(db.DateTime, server_default=db.func.now())

    @declared_attr
    def owner_id(cls):
        return db.Column(db.Integer, db.ForeignKey("user.id"))


class Base(db.Model):
    __abstract__ = True
    id = db.Column(db.Integer, primary_key=True)

    @declared_attr
    def __table_args__(cls):
        return {"comment": cls.__name__}


class BlogPost(Timestamped, Base):
    title = db.Column(db.Unicode(100), unique=True)


class OAuthToken(Base):
    __table_args__ = (db.UniqueConstraint("a", "b", name="uq_ab"), db.Index("ix_ab", "b"), {"schema": "auth"})
    a = db.Column(db.Integer)
    b = db.Column(db.Integer)


class Prefixed:
    @declared_attr
    def __tablename__(cls):
        return "app_" + cls.__name__.lower()


class Setting(Prefixed, db.Model):
    key = db.Column(db.String, primary_key=True)


class Fixed:
    __tablename__ = "said_by_mixin"


class Taken(Fixed, db.Model):
    id = db.Column(db.Integer, primary_key=True)


class TypedThing(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str | None]


class Elsewhere(db.Model):
    __bind_key__ = "other"
    id = db.Column(db.Integer, primary_key=True)


class ElsewhereChild(Elsewhere):
    id = db.Column(db.ForeignKey(Elsewhere.id), primary_key=True)


followers = db.Table(
    "followers",
    db.Column("follower_id", db.Integer, db.ForeignKey("user.id"), primary_key=True),
    db.Column("followed_id", db.Integer, db.ForeignKey("user.id"), primary_key=True),
)
in_other = db.Table("in_other", db.Column("id", db.Integer, primary_key=True), bind_key="other")
own = sa.MetaData()
in_own = db.Table("in_own", own, db.Column("id", db.Integer))
print(followers.metadata is db.metadata, in_other.metadata is db.metadatas["other"], in_own.metadata is own)
print(isinstance(followers, db.Table), isinstance(followers, sa.Table))
print(Elsewhere.metadata is db.metadatas["other"], ElsewhereChild.metadata is Elsewhere.metadata)
show(db)

reflected = db.Table("from_table", db.Column("id", db.Integer, primary_key=True), db.Column("x", db.Integer))


class FromTable(db.Model):
    pass


class WithTable(db.Model):
    __table__ = db.Table("with_table", db.Column("id", db.Integer, primary_key=True))


print(FromTable.__table__ is reflected, WithTable.__table__.name, hasattr(WithTable, "__tablename__"))

try:

    class Keyless(db.Model):
        x = db.Column(db.Integer)

except sa.exc.ArgumentError as problem:
    print(problem)

for name in ("Column", "String", "ForeignKey", "text", "func", "or_", "select", "joinedload", "aliased", "JSON", "Enum", "event", "inspect"):
    print(name, hasattr(db, name), getattr(db, name) is (getattr(sa, name, None) or getattr(sa.orm, name, None)))
try:
    db.Nothing
except AttributeError as problem:
    print(repr(problem))

print("==== naming convention, bind keys")
conventions = SQLAlchemy(metadata=sa.MetaData(naming_convention={"pk": "pk_%(table_name)s", "uq": "uq_%(column_0_name)s"}))


class One(conventions.Model):
    id = conventions.Column(conventions.Integer, primary_key=True)
    x = conventions.Column(conventions.Integer, unique=True)


class Two(conventions.Model):
    __bind_key__ = "second"
    id = conventions.Column(conventions.Integer, primary_key=True)


show(conventions)

print("==== a base of 2.0")


class Modern(DeclarativeBase):
    metadata = sa.MetaData(naming_convention={"ix": "ix_%(column_0_label)s"})


modern = SQLAlchemy(model_class=Modern)


class ModernUser(modern.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(index=True)


class ModernOther(modern.Model):
    __bind_key__ = "third"
    id: Mapped[int] = mapped_column(primary_key=True)


print(modern.Model.__name__, issubclass(modern.Model, Model), issubclass(modern.Model, NameMixin), BindMixin in modern.Model.__mro__)
print(modern.metadata is Modern.metadata, ModernUser.__tablename__, sorted(i.name for i in ModernUser.__table__.indexes))
show(modern)


class NoMeta(DeclarativeBaseNoMeta):
    pass


nometa = SQLAlchemy(model_class=NoMeta)


class PlainThing(nometa.Model):
    id: Mapped[int] = mapped_column(primary_key=True)


print(PlainThing.__tablename__)

print("==== names of one's own")
silent = SQLAlchemy(disable_autonaming=True)
try:

    class Unnamed(silent.Model):
        id = silent.Column(silent.Integer, primary_key=True)

except sa.exc.InvalidRequestError as problem:
    print(str(problem).partition("'")[0])


class Said(silent.Model):
    __tablename__ = "said"
    id = silent.Column(silent.Integer, primary_key=True)


print(Said.__table__.name, type(silent.Model).__name__)


class OwnModel(Model):
    @declared_attr
    def id(cls):
        return sa.Column(sa.Integer, primary_key=True)

    def label(self):
        return "label of " + type(self).__name__


class OwnQuery(Query):
    def shout(self):
        return "shout"


own_db = SQLAlchemy(model_class=OwnModel, query_class=OwnQuery)


class Car(own_db.Model):
    wheels = own_db.Column(own_db.Integer, default=4)


print(Car.__table__.c.keys(), Car(wheels=3).label(), Car.query_class is OwnQuery, own_db.Query is OwnQuery)
made = declarative_base(cls=Model, metaclass=DefaultMeta, name="Made")
made_db = SQLAlchemy(model_class=made)


class Boat(made_db.Model):
    id = made_db.Column(made_db.Integer, primary_key=True)


print(made_db.Model is made, Boat.__tablename__, made_db.metadata is made.metadata)
try:
    Car(wings=2)
except TypeError as problem:
    print(problem)
