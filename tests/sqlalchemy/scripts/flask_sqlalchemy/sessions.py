"""db.session and Model.query."""
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.pagination import Pagination
from flask_sqlalchemy.query import Query
from shared.application import start

db = SQLAlchemy(session_options={"autoflush": True})
start(db)

tagged = db.Table(
    "tagged",
    db.Column("post_id", db.ForeignKey("post.id"), primary_key=True),
    db.Column("tag_id", db.ForeignKey("tag.id"), primary_key=True),
)


class Author(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(80), nullable=False, unique=True)
    posts = db.relationship("Post", backref=db.backref("author", lazy="joined"), lazy="dynamic")


class Post(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    title = db.Column(db.String(80))
    stars = db.Column(db.Integer, default=0)
    author_id = db.Column(db.Integer, db.ForeignKey("author.id"))
    tags = db.relationship("Tag", secondary=tagged, backref=db.backref("posts", lazy="dynamic"))


class Tag(db.Model):
    name = db.Column(db.String, nullable=False)
    id = db.Column(db.Integer, primary_key=True)


db.create_all()
print(db.engine.name, db.engine.url, db.engine is db.engines[None], db.inspect(db.engine).get_table_names())
ann = Author(name="Ann")
print(repr(ann).startswith("<Author (transient "))
db.session.add(ann)
print(repr(ann).startswith("<Author (pending "))
ann.posts.append(Post(title="first"))
db.session.commit()
print(ann, ann.posts.all(), ann.posts.first().author is ann, type(Author.query).__name__, isinstance(Author.query, Query))
db.session.add_all([Post(title="post %d" % n, stars=n, author=ann) for n in range(2, 8)])
db.session.add(Author(name="Bob"))
print(Author.query.count(), Author.query.filter_by(name="Bob").one(), Author.query.get(1), Author.query.get(99))
print(ann.posts.count(), ann.posts.filter_by(stars=3).one().title, [p.title for p in ann.posts.order_by(Post.stars.desc()).limit(2)])
print([p.title for p in ann.posts.filter(Post.stars > 5)], ann.posts.filter_by(stars=77).first())
print(isinstance(ann.posts, Query), str(db.select(Post.title).where(Post.stars > 1)))
red, blue = Tag(name="red"), Tag(name="blue")
two, three = Post.query.filter_by(stars=2).one(), Post.query.filter_by(stars=3).one()
two.tags.extend([red, blue])
three.tags.append(red)
db.session.commit()
print(red.posts.count(), sorted(p.stars for p in red.posts), red.posts.filter(Post.stars > 2).all(), blue.posts.all())
red.posts.remove(three)
db.session.commit()
print(db.session.query(tagged).all(), [p.stars for p in red.posts])
bob = Author.query.filter_by(name="Bob").first()
bob.posts = ann.posts.filter(Post.stars >= 6).all()
db.session.commit()
print(bob.posts.count(), ann.posts.count(), [p.author.name for p in Post.query.order_by(Post.id)])
lone = Author(name="Lone")
lone.posts.append(Post(title="mine"))
print(len(list(lone.posts)), lone.posts.count())

page = Post.query.order_by(Post.id).paginate(page=2, per_page=3)
print(isinstance(page, Pagination), page.items, page.total, page.pages, page.has_prev, page.has_next, page.prev_num, page.next_num)
print(page.first, page.last, list(page), page.next().items, page.prev().items, list(page.iter_pages()))
wide = Post.query.order_by(Post.id).paginate(page=4, per_page=1)
print(list(wide.iter_pages(left_edge=1, left_current=1, right_current=1, right_edge=1)))
selected = db.paginate(db.select(Post).order_by(Post.id), per_page=4)
print(selected.items, selected.total, selected.per_page, Post.query.paginate(page=50, error_out=False).items)

print(Author.query.get_or_404(1), Author.query.first_or_404(), Author.query.filter_by(name="Bob").one_or_404())
print(db.get_or_404(Author, 2), db.first_or_404(db.select(Author)), db.one_or_404(db.select(Author).filter_by(name="Ann")))
print(db.session.execute(db.select(Author.name).order_by(Author.name)).scalars().all(), db.session.scalar(db.select(db.func.count(Post.id))))
Post.query.filter_by(stars=2).update({"title": "changed"})
Post.query.filter(Post.stars == 7).delete()
db.session.commit()
print(Post.query.with_entities(Post.title).order_by(Post.id).all())
bob.name = "Robert"
db.session.rollback()
print(bob.name, db.session.is_modified(bob))
db.session.remove()
print(Author.query.order_by(Author.id.desc()).first().name, Author.query.filter(Author.posts.any(Post.stars == 5)).all())
db.session.close()
db.drop_all()
print(db.inspect(db.engine).get_table_names())
