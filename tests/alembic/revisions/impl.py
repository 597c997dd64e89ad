"""What scripts call of the dialect's implementation, and of the context that has it."""
import sqlalchemy as sa
from alembic import context, op

revision = "impl"
down_revision = None


def upgrade():
    impl = context.get_impl()
    assert impl.bind.dialect.name == op.get_bind().dialect.name
    metadata = sa.MetaData()
    shelf = sa.Table(
        "shelf", metadata,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("label", sa.String(20), comment="on its side"),
        sa.CheckConstraint("id > 0", name="ck_shelf_id"),
        comment="where things stand",
    )
    impl.create_table(shelf)
    impl.add_column("shelf", sa.Column("width", sa.Integer))
    impl.add_column("shelf", sa.Column("depth", sa.Integer), schema="rooms")
    impl.drop_column("shelf", sa.Column("width", sa.Integer))
    impl.drop_column("shelf", sa.Column("depth", sa.Integer), schema="rooms")
    if context.get_impl().bind.dialect.name == "postgresql":
        impl.create_table_comment(shelf)
        impl.create_column_comment(shelf.c.label)
        impl.drop_table_comment(shelf)
        for constraint in shelf.constraints:
            if constraint.name == "ck_shelf_id":
                impl.drop_constraint(constraint)
    impl.emit_begin()
    impl.emit_commit()
    impl.static_output("-- " + impl.command_terminator)
    impl.drop_table(shelf)


def downgrade():
    op.get_context().impl.execute("SELECT 1")
