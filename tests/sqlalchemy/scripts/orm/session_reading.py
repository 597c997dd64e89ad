"""How data migrations read and change rows: each line is what was found, or how it ended."""
import datetime
import enum
import warnings

import sqlalchemy as sa
from sqlalchemy import orm
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.ext.hybrid import hybrid_method, hybrid_property
from sqlalchemy.ext.mutable import MutableDict, MutableList
from sqlalchemy.orm import (
    Session, aliased, backref, column_property, contains_eager, declarative_base, declared_attr, defer, joinedload,
    lazyload, load_only, relationship, selectinload, sessionmaker, subqueryload, validates,
)

warnings.simplefilter("ignore")
Base = declarative_base()


class State(enum.Enum):
    new = 1
    done = 2


class User(Base):
    __tablename__ = "users"
    id = sa.Column(sa.Integer, primary_key=True)
    first = sa.Column(sa.String(20), nullable=False)
    last = sa.Column(sa.String(20))
    state = sa.Column(sa.Enum(State), default=State.new)
    data = sa.Column(MutableDict.as_mutable(sa.JSON), default=dict)
    tags = sa.Column(MutableList.as_mutable(sa.JSON), default=list)
    created = sa.Column(sa.DateTime, default=datetime.datetime(2020, 1, 1))
    updated = sa.Column(sa.DateTime, onupdate=datetime.datetime(2021, 2, 3))
    manager_id = sa.Column(sa.ForeignKey("users.id"))
    posts = relationship("Post", back_populates="user", order_by="Post.id", cascade="all, delete-orphan")
    manager = relationship("User", remote_side=[id], backref="reports")
    groups = relationship("Group", secondary="user_groups", backref="users")
    full = column_property(first + " " + last)
    titles = association_proxy("posts", "title")

    @hybrid_property
    def name(self):
        return self.first + " " + (self.last or "")

    @name.expression
    def name(cls):
        return cls.first + " " + sa.func.coalesce(cls.last, "")

    @hybrid_property
    def is_done(self):
        return self.state == State.done

    @hybrid_method
    def starts(self, letter):
        return self.first.startswith(letter)

    @validates("last")
    def check(self, key, value):
        return value.strip() if value else value

    def __repr__(self):
        return f"<User {self.first}>"


class Post(Base):
    __tablename__ = "posts"
    id = sa.Column(sa.Integer, primary_key=True)
    title = sa.Column(sa.String)
    stars = sa.Column(sa.Integer, default=0, server_default="0")
    user_id = sa.Column(sa.ForeignKey("users.id", ondelete="CASCADE"))
    user = relationship(User, back_populates="posts")
    comments = relationship("Comment", backref=backref("post", lazy="joined"), lazy="selectin", passive_deletes=True)

    def __repr__(self):
        return f"<Post {self.title}>"


class Comment(Base):
    __tablename__ = "comments"
    id = sa.Column(sa.Integer, primary_key=True)
    body = sa.Column(sa.Text)
    post_id = sa.Column(sa.Integer, sa.ForeignKey("posts.id"))
    kind = sa.Column(sa.String)
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "plain"}


class Review(Comment):
    __tablename__ = "reviews"
    id = sa.Column(sa.ForeignKey("comments.id"), primary_key=True)
    score = sa.Column(sa.Integer)
    __mapper_args__ = {"polymorphic_identity": "review"}


class Group(Base):
    __tablename__ = "groups"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String, unique=True)


user_groups = sa.Table(
    "user_groups", Base.metadata,
    sa.Column("user_id", sa.ForeignKey("users.id"), primary_key=True),
    sa.Column("group_id", sa.ForeignKey("groups.id"), primary_key=True),
)
engine = sa.create_engine("sqlite://")
Base.metadata.create_all(engine)
S = sessionmaker(engine)
s = S()


def show(label, function):
    try:
        value = function()
        print(label, value)
    except Exception as problem:
        print(label, type(problem).__name__, str(problem).splitlines()[0] if str(problem) else "")
        s.rollback()


ann = User(first="Ann", last=" Lee ", data={"a": 1}, tags=["x"])
bob = User(first="Bob", last="Ray", manager=ann, state=State.done)
cy = User(first="Cy", manager=bob)
ann.posts = [Post(title="a1", stars=3), Post(title="a2")]
bob.posts.append(Post(title="b1", stars=9, comments=[Comment(body="c"), Review(body="r", score=4)]))
red, blue = Group(name="red"), Group(name="blue")
ann.groups = [red, blue]
bob.groups.append(red)
s.add_all([ann, bob, cy])
s.commit()

show("hybrid", lambda: [ann.name, s.query(User.name).order_by(User.id).all(), s.query(User).filter(User.name == "Cy ").all()])
show("hybrid bool", lambda: [bob.is_done, s.query(User).filter(User.is_done).all(), s.query(User.id).filter(~User.is_done).all()])
show("hybrid method", lambda: s.query(User).filter(User.starts("A")).all())
show("column_property", lambda: [ann.full, s.query(User.full).order_by(User.id).all(), s.query(User).filter(User.full == "Bob Ray").one()])
show("proxy", lambda: [list(ann.titles), list(bob.titles)])
show("validates", lambda: ann.last)
show("enum", lambda: [bob.state, s.query(User.state).order_by(User.id).all(), s.query(User).filter(User.state == State.done).count(), s.query(User).filter_by(state="done").count()])
show("enum in", lambda: s.query(User.first).filter(User.state.in_([State.new, "done"])).order_by(User.id).all())


def mutate():
    ann.data["b"] = 2
    ann.tags.append("y")
    s.commit()
    return s.execute(sa.text("select data, tags, updated from users where id=1")).one()


show("mutable", mutate)


def plain_mutation():
    cy.data = {"k": [1]}
    s.commit()
    cy.data["k"].append(2)
    s.commit()
    before = s.execute(sa.text("select data from users where id=3")).scalar()
    orm.attributes.flag_modified(cy, "data")
    s.commit()
    return before, cy.data, s.is_modified(cy)


show("nested mutation", plain_mutation)
show("join", lambda: s.query(User, Post).join(Post).order_by(Post.id).all())
show("join on rel", lambda: s.query(User.first, Post.title).join(User.posts).filter(Post.stars > 2).order_by(Post.id).all())
show("outer", lambda: s.query(User.first, sa.func.count(Post.id)).outerjoin(Post, Post.user_id == User.id).group_by(User.id).order_by(User.id).all())
show("outer none", lambda: s.query(User).outerjoin(User.posts).filter(Post.id.is_(None)).all())
show("having", lambda: s.query(User.first).join(User.posts).group_by(User.id, User.first).having(sa.func.count() > 1).all())
m = aliased(User, name="m")
show("self join", lambda: s.query(User.first, m.first).join(m, User.manager_id == m.id).order_by(User.id).all())
show("self join rel", lambda: s.query(User.first, m.first).join(m, User.manager).order_by(User.id).all())
show("rel of alias", lambda: s.query(m).join(m.reports).distinct().order_by(m.id).all())
show("any has", lambda: [s.query(User).filter(User.posts.any(Post.stars > 5)).all(), s.query(Post).filter(Post.user.has(first="Ann")).all(), s.query(User).filter(~User.posts.any()).all(), s.query(User).filter(User.manager.has(User.first == "x")).count()])
show("m2m", lambda: [s.query(User).join(User.groups).filter(Group.name == "red").order_by(User.id).all(), [g.name for g in ann.groups], [u.first for u in red.users], s.query(User).filter(User.groups.contains(blue)).all(), s.query(User).filter(User.groups.any(name="blue")).all()])
show("m2m table", lambda: s.query(user_groups).order_by(user_groups.c.user_id, user_groups.c.group_id).all())
show("m2m exec", lambda: s.execute(user_groups.insert(), [{"user_id": 3, "group_id": 1}]).rowcount)
show("m2m refreshed", lambda: [u.first for u in s.query(Group).filter_by(name="red").populate_existing().one().users] and (s.expire(red), [u.first for u in red.users])[1])
sub = s.query(Post.user_id, sa.func.max(Post.stars).label("best")).group_by(Post.user_id).subquery()
show("subquery", lambda: s.query(User.first, sub.c.best).join(sub, sub.c.user_id == User.id).order_by(User.id).all())
show("aliased subquery", lambda: s.query(aliased(User, s.query(User).filter(User.id < 3).subquery())).all())
show("exists", lambda: [s.query(s.query(User).filter_by(first="Bob").exists()).scalar(), s.query(sa.exists().where(User.first == "Zed")).scalar()])
show("scalar_subquery", lambda: s.query(User.first, s.query(sa.func.count(Post.id)).filter(Post.user_id == User.id).correlate(User).scalar_subquery()).order_by(User.id).all())
show("case", lambda: s.query(sa.case((User.first == "Ann", 1), else_=0).label("c")).order_by(User.id).all())
show("union", lambda: s.query(User.first).filter(User.id == 1).union(s.query(User.first).filter(User.id == 2)).order_by(User.first).all())
show("union entity", lambda: s.query(User).filter(User.id == 1).union_all(s.query(User).filter(User.id == 2)).all())
show("from_statement", lambda: [s.query(User).from_statement(sa.text("select * from users where id=:i")).params(i=2).all(), s.scalars(sa.select(User).from_statement(sa.text("select * from users order by id desc"))).all()])
show("from text by name", lambda: [(u.id, u.first, u.last) for u in s.query(User).from_statement(sa.text("select last, id, first from users order by id"))])
t = S()
show("from text alone", lambda: [(u.id, u.first, u.last, u.state) for u in t.query(User).from_statement(sa.text("select last, id, 'x' || first as first from users order by id"))])
show("from text rows", lambda: t.execute(sa.select(User, Post).from_statement(sa.text("select posts.id as posts_id, title, users.id as users_id, first from users join posts on user_id = users.id order by 1"))).all())
t.close()
show("from text columns", lambda: s.query(User.first, User.id).from_statement(sa.text("select first, id from users order by id")).all())
show("select", lambda: [s.execute(sa.select(User).order_by(User.id)).scalars().all(), s.scalars(sa.select(User).where(User.id == 1)).one(), s.execute(sa.select(User.id, User.first)).mappings().all()[0], s.scalar(sa.select(sa.func.count()).select_from(User))])
show("select rows", lambda: [s.execute(sa.select(User, Post).join(Post).order_by(Post.id)).first(), s.execute(sa.select(User.first, Post).join_from(User, Post).order_by(Post.id)).all()[0], s.execute(sa.select(User)).unique().scalars().first()])
show("row names", lambda: [s.execute(sa.select(User.id, User.first.label("n"))).first()._asdict(), s.query(User.id, User).first()._fields, s.query(User.id, User.first).first()._mapping["first"]])
show("eager", lambda: [s.query(User).options(joinedload(User.posts)).order_by(User.id).all(), s.query(User).options(selectinload(User.posts).joinedload(Post.comments)).order_by(User.id).all(), s.query(User).options(subqueryload(User.groups), lazyload(User.manager)).first(), s.scalars(sa.select(User).options(joinedload(User.posts)).order_by(User.id)).unique().all()])
show("contains_eager", lambda: [u.posts for u in s.query(User).join(User.posts).options(contains_eager(User.posts)).filter(Post.stars > 2).populate_existing().order_by(User.id)])
s.expire_all()
show("load_only", lambda: [u.last for u in s.query(User).options(load_only(User.first)).order_by(User.id)])
show("defer", lambda: [u.data for u in s.query(User).options(defer(User.data)).order_by(User.id)])
show("yield_per", lambda: [u.first for u in s.query(User).order_by(User.id).yield_per(2)])
show("partitions", lambda: [[u.id for u in p] for p in s.scalars(sa.select(User).order_by(User.id)).partitions(2)])
show("slice", lambda: [s.query(User).order_by(User.id)[1:], s.query(User).order_by(User.id)[0], s.query(User).order_by(User.id).slice(0, 2).all(), s.query(User).order_by(User.id).limit(1).offset(2).all()])
show("one", lambda: s.query(User).filter(User.id > 1).one())
show("one none", lambda: s.query(User).filter(User.id > 100).one())
show("get", lambda: [s.get(User, 1), s.query(User).get(2), s.get(User, 99), s.get(User, {"id": 3})])
show("scalar many", lambda: s.query(User.id).scalar())
show("in empty", lambda: [s.query(User).filter(User.id.in_([])).all(), s.query(User.id).filter(User.id.notin_([1])).all(), s.query(User.id).filter(User.id.in_(s.query(Post.user_id))).all()])
show("order nulls", lambda: s.query(User.first).order_by(User.last.is_(None).desc(), sa.desc(User.last)).all())
show("distinct", lambda: s.query(Post.user_id).distinct().order_by(Post.user_id).all())
show("with_entities", lambda: s.query(User).filter(User.id < 3).with_entities(User.first).all())
show("tuple in", lambda: s.query(User.id).filter(sa.tuple_(User.id, User.first).in_([(1, "Ann"), (2, "x")])).all())
show("window", lambda: s.query(Post.id, sa.func.row_number().over(partition_by=Post.user_id, order_by=Post.stars.desc()).label("n")).order_by(Post.id).all())
show("cte", lambda: s.execute(sa.select(User.first).join(sa.select(Post.user_id).where(Post.stars > 2).cte("best"), sa.text("best.user_id = users.id")).order_by(User.id)).all())
rec = sa.select(User.id, User.manager_id).where(User.id == 3).cte(recursive=True)
rec = rec.union_all(sa.select(User.id, User.manager_id).join(rec, User.id == rec.c.manager_id))
show("recursive", lambda: s.execute(sa.select(rec.c.id)).scalars().all())
show("update", lambda: [s.query(Post).filter(Post.stars < 5).update({Post.stars: Post.stars + 1}, synchronize_session=False), s.query(Post.stars).order_by(Post.id).all()])
show("update eval", lambda: [s.query(User).filter(User.first == "Cy").update({"last": "Dee"}), cy.last, cy.updated])
show("update stmt", lambda: [s.execute(sa.update(User).where(User.id == 2).values(last="Roy")).rowcount, bob.last, bob.full])
show("update from", lambda: s.execute(sa.update(Post).values(title=sa.select(User.first).where(User.id == Post.user_id).scalar_subquery() + Post.title)).rowcount)
show("titles", lambda: s.query(Post.title).order_by(Post.id).all())
show("delete", lambda: [s.query(Comment).filter(Comment.body == "zz").delete(), s.execute(sa.delete(Comment).where(Comment.body == "none")).rowcount])
show("polymorphic", lambda: [[type(c).__name__ for c in s.query(Comment).order_by(Comment.id)], [r.score for r in s.query(Review)], s.query(Review).filter(Review.score > 3, Review.body == "r").count()])
show("with_polymorphic", lambda: [c.body for c in s.query(orm.with_polymorphic(Comment, [Review])).order_by(Comment.id)])
show("bulk_insert", lambda: [s.bulk_insert_mappings(Group, [{"name": "g1"}, {"name": "g2"}]), s.query(Group.name).order_by(Group.id).all()])
show("bulk_update", lambda: [s.bulk_update_mappings(Group, [{"id": 3, "name": "G1"}]), s.query(Group.name).order_by(Group.id).all()])
show("bulk_save", lambda: [s.bulk_save_objects([Group(name="g3"), Group(name="g4")], return_defaults=True), s.query(Group).count()])
show("insert many", lambda: [s.execute(sa.insert(Group), [{"name": "i1"}, {"name": "i2"}]) and None, s.scalars(sa.insert(Group).returning(Group.id), [{"name": "i3"}]).all()])


def savepoint():
    try:
        with s.begin_nested():
            s.add(Group(name="red"))
            s.flush()
    except sa.exc.IntegrityError as problem:
        print("caught", type(problem).__name__)
    with s.begin_nested():
        s.add(Group(name="nested"))
    s.commit()
    return s.query(Group.name).filter(Group.name.in_(["red", "nested"])).order_by(Group.name).all()


show("savepoint", savepoint)


def integrity():
    s.add(Group(name="red"))
    s.commit()


show("integrity", integrity)
show("after", lambda: s.query(Group).count())


def merging():
    made = s.merge(Group(id=1, name="crimson"))
    s.merge(Group(id=500, name="fresh"))
    s.commit()
    return made is red, red.name, s.get(Group, 500).name


show("merge", merging)


def orphans():
    post = ann.posts[0]
    ann.posts.remove(post)
    s.commit()
    return s.query(Post).count(), len(ann.posts)


show("orphan", orphans)


def cascade():
    s.delete(ann)
    s.flush()
    return s.query(Post).count(), s.query(user_groups).filter_by(user_id=1).count(), bob.manager_id


show("cascade", cascade)
s.rollback()
show("rolled back", lambda: [ann.first, s.query(User).count(), ann in s])


def moving():
    post = s.query(Post).filter_by(user_id=1).first()
    post.user = bob
    s.flush()
    return [p.id for p in bob.posts], [p.id for p in ann.posts], post.user_id


show("moving", moving)


def expunged():
    s.expunge(cy)
    cy.first = "Cyd"
    s.commit()
    before = s.query(User.first).filter_by(id=3).scalar()
    s.add(cy)
    s.commit()
    return before, s.query(User.first).filter_by(id=3).scalar()


show("expunge", expunged)
show("inspect", lambda: [sa.inspect(cy).persistent, sorted(r.key for r in sa.inspect(User).relationships), sa.inspect(User).primary_key[0].name, sa.inspect(User).local_table.name])


s.close()
with S.begin() as t:
    t.add(Group(name="begun"))
with S() as t:
    print(t.query(Group).filter_by(name="begun").count(), t.execute(sa.select(Group.id, Group.name).where(Group.name.like("b%"))).all())
with Session(engine) as t, t.begin():
    t.execute(sa.text("delete from groups where name = :n"), {"n": "begun"})
with engine.begin() as c:
    t = Session(bind=c)
    t.add(Group(name="inner"))
    t.flush()
    print(t.query(Group).filter_by(name="inner").count(), c.execute(sa.text("select count(*) from groups where name='inner'")).scalar())
