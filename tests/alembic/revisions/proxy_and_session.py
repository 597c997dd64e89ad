"""The object behind `op`, the dialect's flags, and a session on a bind that only writes a script."""
import sqlalchemy as sa
from alembic import context, op
from sqlalchemy import orm

revision = "proxy_and_session"
down_revision = None

Base = orm.declarative_base()


class Parcel(Base):
    __tablename__ = "parcel"
    id = sa.Column(sa.Integer, primary_key=True)
    state = sa.Column(sa.Text)


def say(text):
    op.execute(sa.text("SELECT :said").bindparams(said=str(text)))


def upgrade():
    say(op._proxy.migration_context.dialect.name)
    say(type(op._proxy).__name__)
    op._proxy.add_column("parcel", sa.Column("weight", sa.Integer))
    if context.get_context().dialect.supports_sequences:
        op.execute(sa.schema.CreateSequence(sa.Sequence("parcel_seq")))
    session = orm.Session(bind=op.get_bind())
    for attempt in (
        lambda: session.query(Parcel).all(),
        lambda: session.execute(sa.select(Parcel.id)),
        lambda: session.query(Parcel).filter_by(id=1).update({"state": "lost"}),
    ):
        try:
            attempt()
        except Exception as error:
            say(error)
            say(session.in_transaction())
            session.rollback()
            say(session.in_transaction())
    session.add(Parcel(id=1))
    try:
        session.commit()
    except Exception as error:
        session.rollback()
        say(f"{type(error).__name__}: {error}")
    session.commit()
    session.close()


def downgrade():
    say(op._proxy.get_bind().dialect.name)
    session = orm.sessionmaker(bind=op.get_bind())()
    session.begin()
    say(session.in_transaction())
    session.close()
