# What data migrations do with mapped classes and sessions.
import sqlalchemy as sa, enum, datetime, decimal
from sqlalchemy import select, func, and_, or_, orm
from sqlalchemy.orm import *
from sqlalchemy.ext.declarative import declared_attr
from sqlalchemy.ext.hybrid import hybrid_property, hybrid_method
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.ext.mutable import MutableDict, MutableList
from sqlalchemy.ext.orderinglist import ordering_list
Base = declarative_base()
class Kind(enum.Enum):
    a = 1
    b = 2
class Mixin:
    @declared_attr
    def __tablename__(cls): return cls.__name__.lower()
    id = sa.Column(sa.Integer, primary_key=True)
    created = sa.Column(sa.DateTime, default=lambda: datetime.datetime(2020,1,1))
link = sa.Table("link", Base.metadata, sa.Column("a_id", sa.ForeignKey("author.id"), primary_key=True), sa.Column("g_id", sa.ForeignKey("grp.id"), primary_key=True))
class Author(Mixin, Base):
    name = sa.Column(sa.String, nullable=False)
    kind = sa.Column(sa.Enum(Kind), default=Kind.a)
    data = sa.Column(MutableDict.as_mutable(sa.JSON), default=dict)
    books = relationship("Book", back_populates="author", cascade="all, delete-orphan", order_by="Book.pos", collection_class=ordering_list("pos"))
    groups = relationship("Grp", secondary=link, backref="authors")
    group_names = association_proxy("groups", "name")
    @hybrid_property
    def shout(self): return self.name + "!"
    @hybrid_method
    def longer(self, n): return func.length(self.name) > n
    @validates("name")
    def _v(self, key, value): return value.strip()
    nick = synonym("name")
    n_books = None
class Book(Mixin, Base):
    title = sa.Column(sa.String); pos = sa.Column(sa.Integer); price = sa.Column(sa.Numeric(10,2))
    author_id = sa.Column(sa.ForeignKey("author.id", ondelete="CASCADE"))
    author = relationship(Author, back_populates="books")
class Grp(Mixin, Base):
    name = sa.Column(sa.String, unique=True)
class Thing(Base):
    __tablename__="thing"; id=sa.Column(sa.Integer, primary_key=True); type=sa.Column(sa.String); x=sa.Column(sa.Integer)
    __mapper_args__={"polymorphic_on":type,"polymorphic_identity":"thing"}
class Sub(Thing):
    __mapper_args__={"polymorphic_identity":"sub"}
    y=sa.Column(sa.Integer)
class Joined(Thing):
    __tablename__="joined"; id=sa.Column(sa.ForeignKey("thing.id"),primary_key=True); z=sa.Column(sa.Integer)
    __mapper_args__={"polymorphic_identity":"joined"}
Author.n_books = column_property(select(func.count(Book.id)).where(Book.author_id==Author.id).correlate_except(Book).scalar_subquery())
eng = sa.create_engine("sqlite://")
def step(n, f):
    try: r=f()
    except Exception as e: r=type(e).__name__+": "+str(e).split("\n")[0]
    print(n, r)
with eng.connect() as bind:
    Base.metadata.create_all(bind)
    s = sessionmaker(bind=bind)()
    a = Author(name=" ann ", data={"k":1}); a.books.append(Book(title="t1", price=decimal.Decimal("1.50"))); a.books.append(Book(title="t2"))
    g = Grp(name="g1"); a.groups.append(g)
    b = Author(nick="bob", kind=Kind.b)
    s.add_all([a,b]); s.commit()
    step(1, lambda: (a.name, a.id, [x.pos for x in a.books], a.created, a.kind, b.kind, a.data, b.data))
    step(2, lambda: [(x.name, x.n_books, x.shout) for x in s.query(Author).order_by(Author.id)])
    step(3, lambda: [x.name for x in s.query(Author).filter(Author.shout=="ann!")])
    step(4, lambda: [x.name for x in s.query(Author).filter(Author.longer(2)).order_by(Author.nick.desc())])
    step(5, lambda: list(a.group_names))
    def f6(): a.data["z"]=5; s.commit(); return s.execute(sa.text("select data from author where id=1")).scalar()
    step(6, f6)
    step(7, lambda: [(x.title,x.author.name) for x in s.query(Book).options(joinedload(Book.author)).order_by(Book.title)])
    step(8, lambda: [(x.name,[y.title for y in x.books]) for x in s.scalars(select(Author).options(selectinload(Author.books)).order_by(Author.id))])
    step(9, lambda: [(x.name,[y.title for y in x.books]) for x in s.scalars(select(Author).options(joinedload(Author.books)).order_by(Author.id)).unique()])
    step(10, lambda: s.query(Author).join(Author.books).filter(Book.title=="t2").one().name)
    step(11, lambda: s.query(Author).outerjoin(Book).filter(Book.id.is_(None)).all()[0].name)
    step(12, lambda: [x.name for x in s.query(Author).filter(Author.books.any(Book.title=="t1"))])
    step(13, lambda: [x.title for x in s.query(Book).filter(Book.author.has(name="ann")).order_by(Book.id)])
    step(14, lambda: [x.name for x in s.query(Author).filter(Author.groups.contains(g))])
    def f15(): a.books.pop(0); s.commit(); return [(x.title,x.pos) for x in s.query(Book)]
    step(15, f15)
    def f16(): s.delete(a); s.commit(); return (s.query(Book).count(), s.query(Author).count(), s.execute(select(func.count()).select_from(link)).scalar())
    step(16, f16)
    s.add_all([Sub(x=1,y=2), Joined(x=3,z=4), Thing(x=5)]); s.commit()
    step(17, lambda: [(type(t).__name__, t.x, t.type) for t in s.query(Thing).order_by(Thing.id)])
    step(18, lambda: [(t.x,t.y) for t in s.query(Sub)])
    step(19, lambda: [(t.x,t.z) for t in s.scalars(select(Joined))])
    step(20, lambda: s.query(Thing).filter_by(x=5).update({"x": Thing.x+1}))
    step(21, lambda: s.query(func.sum(Thing.x)).scalar())
    step(22, lambda: s.query(Thing.type, func.count("*").label("n")).group_by(Thing.type).order_by(Thing.type).all())
    step(23, lambda: [r.n for r in s.query(func.count(Thing.id).label("n"))])
    step(24, lambda: s.query(Author).filter(Author.name=="zz").one_or_none())
    step(25, lambda: s.query(Author).filter(Author.name=="zz").one())
    step(26, lambda: s.query(s.query(Author).filter(Author.name=="bob").exists()).scalar())
    def f27():
        m = s.merge(Author(id=2, name="bobby")); s.flush(); return (m.name, m is b)
    step(27, f27)
    step(28, lambda: [x.name for x in s.query(Author).yield_per(10)])
    A2 = aliased(Author, name="a2")
    step(29, lambda: s.query(Author.name, A2.name).join(A2, Author.id==A2.id).all())
    step(30, lambda: str(s.query(Author.id).filter(Author.name.ilike("b%")).limit(2).statement.compile(dialect=eng.dialect)).replace("\n"," "))
    def f31():
        with s.begin_nested(): s.add(Grp(name="n1")); s.flush()
        try:
            with s.begin_nested(): s.add(Grp(name="n1")); s.flush()
        except sa.exc.IntegrityError: pass
        return sorted(x.name for x in s.query(Grp))
    step(31, f31)
    def f32():
        with Session(bind) as q, q.begin(): q.add(Grp(name="q")) 
        return s.query(Grp).filter_by(name="q").count()
    s.commit(); step(32, f32)
    step(33, lambda: [tuple(r) for r in s.query(Grp).with_entities(Grp.id, Grp.name).order_by(Grp.id)])
    step(34, lambda: (s.get(Grp, 999), s.get(Grp, 1).name, s.query(Grp).get(1).name))
    def f35():
        gg = Grp(name="back"); gg.authors.append(b); s.add(gg); s.commit(); return [x.name for x in b.groups]
    step(35, f35)
    step(36, lambda: s.scalars(select(Author.name).distinct()).all())
    step(37, lambda: s.execute(select(Author).order_by(Author.id)).scalars().first().kind)
    step(38, lambda: ([c.name for c in sa.inspect(Thing).columns], sa.inspect(Author).columns.keys()[:4]))
    step(39, lambda: sorted(sa.inspect(Author).relationships.keys()))
    step(40, lambda: (sa.inspect(b).persistent, sa.inspect(Author).local_table.name, object_session(b) is s))
    step(41, lambda: s.query(Author).filter(Author.kind==Kind.b).count())
    step(42, lambda: s.execute(sa.update(Author).where(Author.id==2).values(kind=Kind.a)).rowcount)
    step(43, lambda: b.kind)
    step(44, lambda: s.query(Author, Grp).join(Author.groups).all()[0].Grp.name)
    step(45, lambda: s.bulk_update_mappings(Author, [{"id":2,"name":"bulk"}]))
    step(46, lambda: (s.refresh(b), b.name)[1])
    step(47, lambda: s.query(Author).filter(Author.id.in_([1,2,3])).delete(synchronize_session="fetch"))
    step(48, lambda: s.query(Author).all())
    def f49():
        Session2 = scoped_session(sessionmaker(bind=bind)); Session2.add(Grp(name="sc")); Session2.commit(); r=Session2.query(Grp).filter_by(name="sc").count(); Session2.remove(); return r
    step(49, f49)
    @sa.event.listens_for(s, "before_flush")
    def bf(session, ctx, inst): print("flush", sorted(type(x).__name__ for x in session.new))
    s.add(Grp(name="ev")); s.flush()
    step(50, lambda: [x.name for x in s.query(Grp).from_statement(sa.text("select * from grp order by id limit 1"))])
    step(51, lambda: [x.name for x in s.query(Grp).order_by(sa.desc("name")).slice(0,2)])
    step(52, lambda: s.query(Grp)[0].name)
    step(53, lambda: s.query(sa.literal(1).label("x")).union_all(s.query(sa.literal(2))).all())
    step(54, lambda: [r for r in s.query(Grp.name, sa.case((Grp.name=="g1",1),else_=0)).order_by(Grp.id).limit(2)])
    step(55, lambda: s.query(Grp).filter(sa.text("name = :n")).params(n="g1").one().id)
    step(56, lambda: s.connection().execute(select(Grp.id).limit(1)).scalar())
    sub = s.query(Grp.id.label("i")).subquery()
    step(57, lambda: s.query(Grp.name).join(sub, sub.c.i==Grp.id).order_by(Grp.id).first())
    cte = s.query(Grp.id).cte("c")
    step(58, lambda: s.query(func.count(cte.c.id)).scalar())
    step(59, lambda: repr(s.execute(select(Grp.id, Grp.name).where(Grp.id==1)).one()._asdict()))
    step(60, lambda: [x.name for x in s.query(Grp).populate_existing().filter(Grp.id<3)])
    step(61, lambda: s.scalar(select(Grp).where(Grp.id==1)).name)
    step(62, lambda: make_transient(s.get(Grp,1)))
    def f64():
        reg = orm.registry(); t = sa.Table("grp", sa.MetaData(), autoload_with=bind)
        class G: pass
        reg.map_imperatively(G, t); return [x.name for x in s.query(G).order_by(G.id).limit(2)]
    step(64, f64)
    def f65():
        B2 = declarative_base()
        class R(B2): __table__ = sa.Table("grp", B2.metadata, autoload_with=bind)
        return s.query(R).order_by(R.id).first().name
    step(65, f65)
    step(66, lambda: [x.id for x in s.query(Grp).filter(~Grp.name.startswith("g"), or_(Grp.id>1, Grp.id<0)).order_by(Grp.id).offset(1).limit(1)])
    step(67, lambda: s.query(Grp).filter(Grp.name.op("=")("g1")).with_for_update().first().id)
    step(69, lambda: [t for t, in s.query(Grp.name).order_by(Grp.name.asc().nullslast())][:2])
    s.close()
print("values that are changed in place")
class Doc(Base):
    __tablename__ = "doc"
    id = sa.Column(sa.Integer, primary_key=True)
    d = sa.Column(MutableDict.as_mutable(sa.JSON))
    l = sa.Column(MutableList.as_mutable(sa.JSON), default=list)
    p = sa.Column(sa.PickleType) if False else sa.Column(sa.JSON)
with eng.connect() as bind:
    Doc.__table__.create(bind)
    s = Session(bind)
    one = Doc(d={"a": [1]}, p={"x": 1}); s.add(one); s.commit()
    rows = lambda: bind.execute(sa.text("select d, l, p from doc order by id")).all()
    print(type(one.d).__name__, type(one.l).__name__, type(one.p).__name__, rows())
    one.d["b"] = 2; one.d.update(c=3); one.l.append("x"); one.l += ["y"]; one.p["x"] = 2
    s.commit(); print(rows())
    del one.d["a"]; one.d.pop("b"); one.d.setdefault("q", 9); one.l.sort(reverse=True); one.l[0] = "z"
    s.commit(); print(rows())
    one.d["nested"] = {"k": 1}; s.commit(); one.d["nested"]["k"] = 2; s.commit(); print(rows())
    one.d = {"new": 1}; one.d["more"] = 2; one.l.clear(); s.commit(); print(rows(), isinstance(one.d, dict))
    one.d = None; s.commit(); print(one.d, rows())
    try: one.d = [1]
    except ValueError as e: print(e)
print("listeners")
class Heard(Base):
    __tablename__ = "heard"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String)
    slug = sa.Column(sa.String)
@sa.event.listens_for(Heard, "before_insert")
def on_insert(mapper, connection, target):
    target.slug = target.name.lower()
@sa.event.listens_for(Heard, "before_update")
def on_update(mapper, connection, target):
    target.slug = target.name.upper()
@sa.event.listens_for(Heard, "after_insert")
def after_insert(mapper, connection, target):
    print("inserted", target.id, mapper is Heard.__mapper__)
@sa.event.listens_for(Heard, "before_delete")
def on_delete(mapper, connection, target):
    print("deleting", target.name)
with eng.connect() as bind:
    Heard.__table__.create(bind)
    Maker = sessionmaker(bind)
    sa.event.listen(Maker, "before_commit", lambda session: print("commit"))
    s = Maker()
    h = Heard(name="Ab"); s.add(h); s.commit(); print(h.slug)
    h.name = "Cd"; s.commit(); print(h.slug)
    s.delete(h); s.commit()
print("sessions of engines")
s = Session(sa.create_engine("sqlite://"))
print(s.scalar(sa.text("SELECT 1")), s.connection().in_transaction())
s.close()
s = sessionmaker(bind=sa.create_engine("sqlite://"))()
print(s.execute(sa.text("SELECT 2")).scalar())
