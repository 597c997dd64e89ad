# More of what data migrations do with mapped classes and sessions.
import datetime, decimal, enum, uuid
from typing import List, Optional
import sqlalchemy as sa
from sqlalchemy import func, select
from sqlalchemy.orm import (
    DeclarativeBase, Mapped, MappedAsDataclass, Session, aliased, contains_eager, declarative_base, declared_attr,
    mapped_column, registry, relationship, sessionmaker, load_only, defer, joinedload, selectinload, backref, foreign, remote, object_session, with_polymorphic, column_property,
)
from sqlalchemy.ext.hybrid import hybrid_property
def step(n, f):
    try: r = f()
    except Exception as e: r = type(e).__name__ + ": " + str(e).split("\n")[0]
    print(n, r)
class Base(DeclarativeBase):
    type_annotation_map = {dict: sa.JSON}
class Color(enum.Enum):
    red = "r"
    blue = "b"
class Node(Base):
    __tablename__ = "node"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(20), index=True)
    parent_id: Mapped[Optional[int]] = mapped_column(sa.ForeignKey("node.id"))
    children: Mapped[List["Node"]] = relationship(back_populates="parent", order_by="Node.id")
    parent: Mapped[Optional["Node"]] = relationship(back_populates="children", remote_side=[id])
    color: Mapped[Optional[Color]]
    meta: Mapped[Optional[dict]]
    stamp: Mapped[Optional[datetime.datetime]] = mapped_column(server_default=sa.text("'2020-01-02 03:04:05'"))
    price: Mapped[Optional[decimal.Decimal]] = mapped_column(sa.Numeric(10, 2))
    token: Mapped[Optional[uuid.UUID]]
    flag: Mapped[bool] = mapped_column(default=False, server_default=sa.false())
    rev: Mapped[int] = mapped_column(default=1, onupdate=lambda: 2)
    raw: Mapped[Optional[bytes]]
    @hybrid_property
    def label(self): return self.name + "?"
    @label.expression
    @classmethod
    def label(cls): return cls.name + "?"
class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    profile: Mapped["Profile"] = relationship(back_populates="user", uselist=False, cascade="all, delete-orphan")
    members: Mapped[List["Member"]] = relationship(back_populates="user", cascade="all, delete")
    posts = relationship("Post", backref=backref("writer", lazy="joined"), foreign_keys="Post.writer_id")
class Profile(Base):
    __tablename__ = "profile"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(sa.ForeignKey("user_account.id"))
    bio: Mapped[Optional[str]]
    user: Mapped[User] = relationship(back_populates="profile")
class Team(Base):
    __tablename__ = "team"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    members: Mapped[List["Member"]] = relationship(back_populates="team")
class Member(Base):
    __tablename__ = "member"
    user_id: Mapped[int] = mapped_column(sa.ForeignKey("user_account.id"), primary_key=True)
    team_id: Mapped[int] = mapped_column(sa.ForeignKey("team.id"), primary_key=True)
    role: Mapped[str] = mapped_column(default="member")
    user: Mapped[User] = relationship(back_populates="members")
    team: Mapped[Team] = relationship(back_populates="members")
class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    writer_id: Mapped[Optional[int]] = mapped_column(sa.ForeignKey("user_account.id"))
    editor_id: Mapped[Optional[int]] = mapped_column(sa.ForeignKey("user_account.id"))
    title: Mapped[str]
    editor = relationship("User", foreign_keys=[editor_id])
class Employee(Base):
    __tablename__ = "employee"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    __mapper_args__ = {"polymorphic_identity": "employee", "polymorphic_on": "kind"}
class Engineer(Employee):
    __tablename__ = "engineer"
    id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"), primary_key=True)
    skill: Mapped[Optional[str]]
    __mapper_args__ = {"polymorphic_identity": "engineer"}
class Boss(Employee):
    level: Mapped[Optional[int]] = mapped_column(use_existing_column=True)
    __mapper_args__ = {"polymorphic_identity": "boss"}
engine = sa.create_engine("sqlite://")
with engine.connect() as bind:
    Base.metadata.create_all(bind)
    s = Session(bind=bind)
    root = Node(name="root", color=Color.red, meta={"a": 1}, price=decimal.Decimal("9.99"), token=uuid.UUID(int=5), raw=b"\x00\xff")
    root.children = [Node(name="c1"), Node(name="c2", children=[Node(name="g1")])]
    s.add(root); s.commit()
    step(1, lambda: [(n.id, n.name, n.parent_id, n.flag, n.rev, n.stamp) for n in s.query(Node).order_by(Node.id)])
    step(2, lambda: (root.color, root.meta, root.price, root.token, root.raw, root.label))
    step(3, lambda: [c.name for c in root.children] + [root.children[1].children[0].parent.parent.name])
    step(4, lambda: [n.name for n in s.scalars(select(Node).where(Node.label == "c1?"))])
    step(5, lambda: [n.name for n in s.scalars(select(Node).where(Node.parent == root).order_by(Node.id))])
    step(6, lambda: [n.name for n in s.scalars(select(Node).where(Node.parent_id.is_(None)))])
    P = aliased(Node)
    step(7, lambda: s.execute(select(Node.name, P.name).join(P, Node.parent).order_by(Node.id)).all())
    step(8, lambda: [n.name for n in s.scalars(select(Node).join(Node.parent.of_type(P)).where(P.name == "c2"))])
    def f9(): root.name = "top"; s.commit(); return (root.name, root.rev)
    step(9, f9)
    step(10, lambda: s.query(Node).filter(Node.color == Color.red).count())
    step(11, lambda: s.query(Node).filter(Node.token == uuid.UUID(int=5)).one().name)
    step(12, lambda: s.query(Node.name).filter(Node.price > 5).scalar())
    step(13, lambda: s.query(Node.name, func.count()).group_by(Node.name).having(func.count() > 0).order_by(Node.name).all())
    step(14, lambda: s.query(Node).filter(Node.children.any(name="g1")).one().name)
    step(15, lambda: s.query(Node).filter(~Node.children.any()).count())
    u = User(email="a@x", profile=Profile(bio="b")); t = Team(name="t"); u.members.append(Member(team=t, role="lead"))
    s.add(u); s.add(User(email="b@x", members=[Member(team=t)])); s.commit()
    step(20, lambda: [(m.user.email, m.team.name, m.role) for m in s.query(Member).order_by(Member.user_id)])
    step(21, lambda: (u.profile.bio, u.profile.user is u, s.get(Member, (u.id, t.id)).role, s.get(Member, {"user_id": 2, "team_id": 1}).role))
    p = Post(title="p", writer=u); s.add(p); s.commit()
    step(22, lambda: (p.writer.email, [x.title for x in u.posts], p.editor))
    p.editor = s.query(User).filter_by(email="b@x").one(); s.commit()
    step(23, lambda: (p.editor_id, p.writer_id))
    step(24, lambda: [x.email for x in s.scalars(select(User).join(User.posts))])
    step(25, lambda: s.execute(select(User.email, Post.title).join_from(User, Post, Post.editor_id == User.id)).all())
    step(26, lambda: [(x.title, x.writer.email) for x in s.scalars(select(Post).join(Post.writer).options(contains_eager(Post.writer)))])
    step(27, lambda: [x.email for x in s.scalars(select(User).options(load_only(User.email)).order_by(User.id))])
    step(28, lambda: [x.bio for x in s.scalars(select(Profile).options(defer(Profile.bio)))])
    def f29():
        u.profile = Profile(bio="new"); s.commit(); return [(x.bio, x.user_id) for x in s.query(Profile)]
    step(29, f29)
    def f30():
        u.posts.clear(); s.commit(); return s.query(Post.writer_id).all()
    step(30, f30)
    def f31():
        s.delete(u); s.commit(); return (s.query(Profile).count(), s.query(Member).count(), s.query(User).count())
    step(31, f31)
    s.add_all([Engineer(name="e", skill="c++"), Boss(name="m", level=3), Employee(name="x")]); s.commit()
    step(40, lambda: [(type(e).__name__, e.name, e.kind) for e in s.query(Employee).order_by(Employee.id)])
    step(41, lambda: [(e.name, e.skill, e.id) for e in s.scalars(select(Engineer))])
    step(42, lambda: [(e.name, e.level) for e in s.query(Boss).filter(Boss.level > 1)])
    step(43, lambda: [e.skill for e in s.query(Engineer).filter(Employee.name == "e")])
    def f44():
        e = s.query(Engineer).one(); e.skill = "py"; e.name = "ee"; s.commit(); return bind.execute(sa.text("select e.name, g.skill from employee e join engineer g on g.id = e.id")).all()
    step(44, f44)
    step(45, lambda: s.execute(sa.update(Employee).where(Employee.kind == "boss").values(name="b")).rowcount)
    def f46():
        s.delete(s.query(Engineer).one()); s.commit(); return (bind.execute(sa.text("select count(*) from engineer")).scalar(), s.query(Employee).count())
    step(46, f46)
    step(50, lambda: s.scalars(select(Node.id).order_by(Node.id)).partitions(3).__next__())
    step(51, lambda: [r for r in s.execute(select(Node.id, Node.name).order_by(Node.id)).mappings()][0]["name"])
    step(52, lambda: s.execute(select(Node.id, Node.name).order_by(Node.id)).columns(1).first())
    step(53, lambda: s.scalars(select(Node).order_by(Node.id)).fetchmany(2)[1].name)
    step(54, lambda: s.scalars(select(Node).where(Node.name == "none")).one_or_none())
    step(55, lambda: s.scalars(select(Node)).one())
    step(56, lambda: s.execute(select(func.count(Node.id), func.max(Node.name))).one())
    sq = select(Node.id, Node.name).where(Node.id > 1).subquery()
    N2 = aliased(Node, sq)
    step(57, lambda: [n.name for n in s.scalars(select(N2).order_by(N2.id))])
    step(58, lambda: s.execute(select(sq.c.name).order_by(sq.c.id)).scalars().all())
    c = select(Node.id).where(Node.parent_id.is_(None)).cte("tree", recursive=True)
    c = c.union_all(select(Node.id).join(c, Node.parent_id == c.c.id))
    step(59, lambda: s.scalars(select(c.c.id).order_by(c.c.id)).all())
    step(60, lambda: s.execute(sa.text("select name from node where id = :i"), {"i": 1}).scalar_one())
    step(61, lambda: s.execute(sa.text("update node set flag = :f where id = :i"), [{"f": 1, "i": 1}, {"f": 1, "i": 2}]).rowcount)
    tab = sa.Table("node", sa.MetaData(), autoload_with=bind)
    step(62, lambda: [(r.name, r.flag) for r in s.query(tab).order_by(tab.c.id).limit(2)])
    step(63, lambda: s.query(tab.c.name).filter(tab.c.id == 1).scalar())
    step(64, lambda: s.execute(tab.update().where(tab.c.id == 1).values(flag=False)).rowcount)
    def f65():
        with s.no_autoflush:
            n = Node(name="nf"); s.add(n); return s.query(Node).filter_by(name="nf").count()
    step(65, f65)
    step(66, lambda: s.query(Node).filter_by(name="nf").count())
    def f67():
        s.add(Node(name="rolled")); s.flush(); s.rollback(); return s.query(Node).filter_by(name="rolled").count()
    step(67, f67)
    def f68():
        s.bulk_save_objects([Node(name="bk1"), Node(name="bk2")]); s.bulk_insert_mappings(Node, [{"name": "bk3", "flag": True}]); s.commit()
        return [(n.name, n.flag, n.rev) for n in s.query(Node).filter(Node.name.like("bk%")).order_by(Node.name)]
    step(68, f68)
    step(69, lambda: [x for (x,) in s.query(Node.name).filter(Node.name.in_(select(Node.name).where(Node.flag.is_(True)))).order_by(Node.name)])
    step(70, lambda: s.query(sa.exists().where(Node.name == "bk1")).scalar())
    step(71, lambda: s.scalar(select(sa.exists().where(Node.name == "zzz"))))
    reg = registry()
    @reg.mapped_as_dataclass
    class D:
        __tablename__ = "d"
        id: Mapped[int] = mapped_column(init=False, primary_key=True)
        v: Mapped[str] = mapped_column(default="x")
    reg.metadata.create_all(bind)
    def f72():
        s.add_all([D(), D(v="y")]); s.flush(); return [repr(d).split(".")[-1] for d in s.query(D).order_by(D.id)]
    step(72, f72)
    class AllBase(MappedAsDataclass, DeclarativeBase): pass
    class E2(AllBase):
        __tablename__ = "e2"
        id: Mapped[int] = mapped_column(primary_key=True)
        tags: Mapped[Optional[str]] = mapped_column(default=None)
    step(73, lambda: (E2(id=1), E2(2, "t").tags))
    class Mix:
        @declared_attr.directive
        def __tablename__(cls): return cls.__name__.lower() + "s"
        @declared_attr
        def made_by(cls) -> Mapped[Optional[int]]: return mapped_column(sa.ForeignKey("node.id"))
    class Item(Mix, Base):
        id: Mapped[int] = mapped_column(primary_key=True)
        __table_args__ = (sa.UniqueConstraint("id", "made_by"), {"comment": "c"})
    step(74, lambda: (Item.__table__.name, Item.__table__.c.keys(), Item.__table__.comment))
    step(75, lambda: str(select(Item).where(Item.made_by == 1)).replace("\n", ""))
    step(76, lambda: str(select(Node.name).join(User, sa.true()).order_by(Node.id.desc())).replace("\n", ""))
    step(77, lambda: (object_session(root) is s, root in s, sa.inspect(root).identity))
    def f78():
        s.expunge(root); root.name = "detached"; s.commit(); return s.query(Node).filter_by(name="detached").count()
    step(78, f78)
    step(79, lambda: s.merge(root).name)
    step(80, lambda: (s.commit(), s.query(Node).filter_by(name="detached").count())[1])
    step(81, lambda: [n.name for n in s.query(Node).order_by(Node.id).slice(1, 3)])
    step(82, lambda: s.query(Node).order_by(Node.id.desc()).first().name)
    step(83, lambda: s.query(Node).filter(Node.id == 1).update({Node.name: func.upper(Node.name), "flag": True}))
    step(84, lambda: s.query(Node.name, Node.flag).filter(Node.id == 1).one()._tuple())
    step(85, lambda: s.query(Node).filter(sa.or_(Node.id == 1, Node.name == "c1"), Node.flag.is_(True)).count())
    step(86, lambda: s.query(sa.distinct(Node.flag)).order_by(Node.flag).all())
    step(87, lambda: s.query(Node).distinct().count())
    step(88, lambda: s.query(func.coalesce(func.sum(Node.price), 0)).scalar())
    step(89, lambda: s.query(sa.cast(Node.id, sa.String)).order_by(Node.id).first())
    step(90, lambda: [tuple(r) for r in s.query(Node.id, sa.func.row_number().over(order_by=Node.name.desc()).label("r")).order_by("r").limit(2)])
    s.close()
class Leaf(Base):
    __tablename__ = "leaf"
    id: Mapped[int] = mapped_column(primary_key=True)
    node_id: Mapped[Optional[int]] = mapped_column(sa.ForeignKey("node.id"))
    node: Mapped[Optional[Node]] = relationship(backref="leaves")
with engine.connect() as bind:
    Leaf.__table__.create(bind)
    s = Session(bind=bind)
    first, second = s.query(Node).order_by(Node.id).limit(2)
    leaf = Leaf(node=first); s.add(leaf); s.commit()
    step(91, lambda: ([one.id for one in first.leaves], second.leaves))
    def f92(): second.leaves.append(leaf); s.commit(); return (leaf.node is second, first.leaves, len(second.leaves), leaf.node_id)
    step(92, f92)
    def f93(): leaf.node = None; s.commit(); return (second.leaves, leaf.node_id)
    step(93, f93)
    s.add(Node(name="c2", children=[Node(name="g1")])); s.commit()
    A, B = aliased(Node), aliased(Node)
    step(94, lambda: s.execute(select(A.name, B.name).join(B, A.parent).order_by(A.id)).all())
    step(95, lambda: s.query(A.name).join(A.children).filter(Node.name == "g1").all())
    step(96, lambda: s.query(Node).filter(Node.parent.has(Node.name == "c2")).count())
    bind.execute(sa.text("UPDATE node SET name = 'seen' WHERE id = 2"))
    step(97, lambda: (second.name, s.query(Node).filter_by(id=2).one().name, s.query(Node).populate_existing().filter_by(id=2).one().name))
