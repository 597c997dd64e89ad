"""From schema items to operations and back: the methods of alembic.operations.ops that plugins and callbacks of
autogenerate use, and that a migration hardly ever does. operation_classes.cpp gives them to the classes of their
names; the first argument is the operation, or the class."""
import copy

import sqlalchemy as sa
from alembic.operations import ops
from alembic.operations._containers import DowngradeOps, MigrationScript, ModifyTableOps, OpContainer, UpgradeOps

# What makes an operation of a constraint, by its __visit_name__.
adding = {}


def _metadata(context):
    target = context.opts.get("target_metadata") if context is not None else None
    if hasattr(target, "naming_convention"):
        return sa.MetaData(naming_convention=target.naming_convention)
    return sa.MetaData()


def _bare_columns(names):
    return [sa.Column(name, sa.types.NULLTYPE) for name in dict.fromkeys(names)]


def _bare_table(name, context, schema, columns=()):
    return sa.Table(name, _metadata(context), *_bare_columns(columns), schema=schema)


def _table_of(constraint):
    return constraint.parent if isinstance(constraint, sa.ForeignKeyConstraint) else constraint.table


def _given(constraint, *names):
    """Those of the arguments that the constraint was made with."""
    values = {name: getattr(constraint, name) for name in names}
    return {name: value for name, value in values.items() if value}


def _own(item, table):
    """A column or constraint of another table as this one may have it."""
    if isinstance(item, sa.Column):
        return item._copy_without_keys() if item.table is not None else item
    owner = getattr(item, "parent", None)
    return item if owner is None or owner is table else item._copy(target_table=table)


def _table(name, items, context, flags_are_listed, **keywords):
    columns = [_own(item, None) for item in items if isinstance(item, sa.Column)]
    if flags_are_listed:
        for column in columns:
            column.unique = column.index = False
    table = sa.Table(name, _metadata(context), *columns, **keywords)
    for item in items:
        if isinstance(item, (sa.Constraint, sa.Index)):
            table.append_constraint(_own(item, table))
    for key in table.foreign_keys:
        _make_room_for(key, table.metadata)
    return table


def _make_room_for(key, metadata):
    """The referred table, with the referred column alone."""
    place, _, column = key.target_fullname.rpartition(".")
    schema, _, name = place.rpartition(".")
    table = metadata.tables.get(place)
    if table is None:
        table = sa.Table(name, metadata, schema=schema or None)
    if column not in table.c:
        table.append_column(sa.Column(column, sa.types.NULLTYPE))


def add_constraint_of(constraint):
    kind = constraint.__visit_name__
    if kind not in adding:
        raise ValueError(f"no dispatch function for object: {kind!r}")
    return adding[kind](constraint)


class AddConstraintOp:
    def register_add_constraint(cls, type_):
        def register(operation):
            adding[type_] = operation.from_constraint
            return operation

        return register

    def from_constraint(cls, constraint):
        return add_constraint_of(constraint)

    def reverse(self):
        return ops.DropConstraintOp.from_constraint(self.to_constraint())

    def to_diff_tuple(self):
        return "add_constraint", self.to_constraint()


class CreatePrimaryKeyOp:
    def from_constraint(cls, constraint):
        table = constraint.table
        names = [column.key for column in constraint.columns]
        return cls(constraint.name, table.name, names, schema=table.schema, **constraint.dialect_kwargs)

    def to_constraint(self, migration_context=None):
        table = _bare_table(self.table_name, migration_context, self.schema, self.columns)
        return sa.PrimaryKeyConstraint(*[table.c[name] for name in self.columns], name=self.constraint_name, **self.kw)


class CreateUniqueConstraintOp:
    def from_constraint(cls, constraint):
        table = constraint.table
        keywords = _given(constraint, "deferrable", "initially")
        keywords.update(constraint.dialect_kwargs)
        names = [column.name for column in constraint.columns]
        return cls(constraint.name, table.name, names, schema=table.schema, **keywords)

    def to_constraint(self, migration_context=None):
        table = _bare_table(self.table_name, migration_context, self.schema, self.columns)
        made = sa.UniqueConstraint(*[table.c[name] for name in self.columns], name=self.constraint_name, **self.kw)
        table.append_constraint(made)
        return made


class CreateCheckConstraintOp:
    def from_constraint(cls, constraint):
        table = constraint.table
        return cls(
            constraint.name, table.name, constraint.sqltext, schema=table.schema, **constraint.dialect_kwargs
        )

    def to_constraint(self, migration_context=None):
        table = sa.Table(self.table_name, _metadata(migration_context), sa.Column("x", sa.Integer), schema=self.schema)
        made = sa.CheckConstraint(self.condition, name=self.constraint_name, **self.kw)
        table.append_constraint(made)
        return made


class CreateForeignKeyOp:
    def from_constraint(cls, constraint):
        keywords = _given(constraint, "onupdate", "ondelete", "initially", "deferrable", "use_alter", "match")
        source, target = constraint.parent, constraint.elements[0].column.table
        keywords.update(source_schema=source.schema, referent_schema=target.schema)
        keywords.update(constraint.dialect_kwargs)
        local = [element.parent.name for element in constraint.elements]
        remote = [element.column.name for element in constraint.elements]
        return cls(constraint.name, source.name, target.name, local, remote, **keywords)

    def to_constraint(self, migration_context=None):
        keywords = dict(self.kw)
        source_schema, referent_schema = keywords.pop("source_schema", None), keywords.pop("referent_schema", None)
        names = list(self.local_cols)
        to_itself = (self.source_table, source_schema) == (self.referent_table, referent_schema)
        if to_itself:
            names += self.remote_cols
        source = _bare_table(self.source_table, migration_context, source_schema, names)
        if not to_itself:
            sa.Table(self.referent_table, source.metadata, *_bare_columns(self.remote_cols), schema=referent_schema)
        target = f"{referent_schema}.{self.referent_table}" if referent_schema else self.referent_table
        made = sa.ForeignKeyConstraint(
            self.local_cols,
            [f"{target}.{name}" for name in self.remote_cols],
            name=self.constraint_name,
            **keywords,
        )
        source.append_constraint(made)
        return made

    def to_diff_tuple(self):
        return "add_fk", self.to_constraint()


class CreateExcludeConstraintOp:
    def from_constraint(cls, constraint):
        table = constraint.table
        elements = [(expression, operator) for expression, name, operator in constraint._render_exprs]
        return cls(
            constraint.name,
            table.name,
            elements,
            where=constraint.where,
            schema=table.schema,
            _orig_constraint=constraint,
            deferrable=constraint.deferrable,
            initially=constraint.initially,
            using=constraint.using,
        )

    def to_constraint(self, migration_context=None):
        if self._orig_constraint is not None:
            return self._orig_constraint
        from sqlalchemy.dialects.postgresql import ExcludeConstraint

        made = ExcludeConstraint(*self.elements, name=self.constraint_name, where=self.where, **self.kw)
        names = [name for expression, name, operator in made._render_exprs]
        _bare_table(self.table_name, migration_context, self.schema, names).append_constraint(made)
        return made


class DropConstraintOp:
    kinds = {
        "unique_constraint": "unique",
        "foreign_key_constraint": "foreignkey",
        "primary_key_constraint": "primary",
        "check_constraint": "check",
        "column_check_constraint": "check",
        "table_or_column_check_constraint": "check",
    }

    def from_constraint(cls, constraint):
        table = _table_of(constraint)
        return cls(
            constraint.name,
            table.name,
            schema=table.schema,
            type_=DropConstraintOp.kinds.get(constraint.__visit_name__),
            _reverse=add_constraint_of(constraint),
        )

    def to_constraint(self):
        if self._reverse is None:
            raise ValueError("constraint cannot be produced; original constraint is not present")
        # Under the names that this operation has by now.
        made = copy.copy(self._reverse)
        made.constraint_name = self.constraint_name
        if isinstance(made, ops.CreateForeignKeyOp):
            made.source_table = self.table_name
            made.kw = {**made.kw, "source_schema": self.schema}
        else:
            made.table_name, made.schema = self.table_name, self.schema
        return made.to_constraint()

    def reverse(self):
        return add_constraint_of(self.to_constraint())

    def to_diff_tuple(self):
        return "remove_fk" if self.constraint_type == "foreignkey" else "remove_constraint", self.to_constraint()


def _index(operation, columns, context, **keywords):
    table = _bare_table(operation.table_name or "no_table", context, operation.schema)
    expressions = []
    for column in columns:
        if isinstance(column, sa.Column):
            column = column.name
        if isinstance(column, str):
            if column not in table.c:
                table.append_column(sa.Column(column, sa.types.NULLTYPE))
            column = table.c[column]
        expressions.append(column)
    return sa.Index(operation.index_name, *expressions, _table=table, **keywords)


class CreateIndexOp:
    def from_index(cls, index):
        table = index.table
        return cls(
            index.name, table.name, index.expressions, schema=table.schema, unique=index.unique, **index.dialect_kwargs
        )

    def to_index(self, migration_context=None):
        return _index(self, self.columns, migration_context, unique=self.unique, **self.kw)

    def reverse(self):
        return ops.DropIndexOp.from_index(self.to_index())

    def to_diff_tuple(self):
        return "add_index", self.to_index()


class DropIndexOp:
    def from_index(cls, index):
        table = index.table
        return cls(
            index.name,
            table_name=table.name,
            schema=table.schema,
            _reverse=ops.CreateIndexOp.from_index(index),
            unique=index.unique,
            **index.dialect_kwargs,
        )

    def to_index(self, migration_context=None):
        columns = ["x"] if self._reverse is None else self._reverse.columns
        return _index(self, columns, migration_context, **self.kw)

    def reverse(self):
        return ops.CreateIndexOp.from_index(self.to_index())

    def to_diff_tuple(self):
        return "remove_index", self.to_index()


def _table_keywords(table):
    return {
        "comment": table.comment,
        "info": dict(table.info),
        "prefixes": list(table._prefixes),
        **table.dialect_kwargs,
    }


def _kept(operation):
    return {
        "comment": operation.comment,
        "info": dict(operation.info or {}),
        "prefixes": list(operation.prefixes or []),
        "schema": operation.schema,
    }


class CreateTableOp:
    def from_table(cls, table, *, _namespace_metadata=None):
        return cls(
            table.name,
            list(table.c) + list(table.constraints),
            schema=table.schema,
            _namespace_metadata=table.metadata if _namespace_metadata is None else _namespace_metadata,
            # Those that a column's own unique and index made are among them.
            _constraints_included=True,
            **_table_keywords(table),
        )

    def to_table(self, migration_context=None):
        flags_are_listed = self._constraints_included
        return _table(self.table_name, self.columns, migration_context, flags_are_listed, **_kept(self), **self.kw)

    def reverse(self):
        return ops.DropTableOp.from_table(self.to_table(), _namespace_metadata=self._namespace_metadata)

    def to_diff_tuple(self):
        return "add_table", self.to_table()


class DropTableOp:
    def from_table(cls, table, *, _namespace_metadata=None):
        return cls(
            table.name,
            schema=table.schema,
            table_kw=_table_keywords(table),
            _reverse=ops.CreateTableOp.from_table(table, _namespace_metadata=_namespace_metadata),
        )

    def to_table(self, migration_context=None):
        items, flags_are_listed = [], False
        if self._reverse is not None:
            items, flags_are_listed = self._reverse.columns, self._reverse._constraints_included
        return _table(self.table_name, items, migration_context, flags_are_listed, **_kept(self), **self.table_kw)

    def reverse(self):
        return ops.CreateTableOp.from_table(self.to_table())

    def to_diff_tuple(self):
        return "remove_table", self.to_table()


class CreateTableCommentOp:
    def reverse(self):
        if self.existing_comment is None:
            return ops.DropTableCommentOp(self.table_name, existing_comment=self.comment, schema=self.schema)
        return ops.CreateTableCommentOp(
            self.table_name, self.existing_comment, existing_comment=self.comment, schema=self.schema
        )

    def to_table(self, migration_context=None):
        return sa.Table(self.table_name, _metadata(migration_context), schema=self.schema, comment=self.comment)

    def to_diff_tuple(self):
        return "add_table_comment", self.to_table(), self.existing_comment


class DropTableCommentOp:
    def reverse(self):
        return ops.CreateTableCommentOp(self.table_name, self.existing_comment, schema=self.schema)

    def to_table(self, migration_context=None):
        return _bare_table(self.table_name, migration_context, self.schema)

    def to_diff_tuple(self):
        return "remove_table_comment", self.to_table()


class AddColumnOp:
    def from_column(cls, col):
        return cls(col.table.name, col, schema=col.table.schema)

    def from_column_and_tablename(cls, schema, tname, col):
        return cls(tname, col, schema=schema)

    def to_column(self):
        return self.column

    def reverse(self):
        drop = ops.DropColumnOp.from_column_and_tablename(self.schema, self.table_name, self.column)
        drop.if_exists = self.if_not_exists
        return drop

    def to_diff_tuple(self):
        return "add_column", self.schema, self.table_name, self.column


class DropColumnOp:
    def from_column_and_tablename(cls, schema, tname, col):
        return cls(tname, col.name, schema=schema, _reverse=ops.AddColumnOp(tname, col, schema=schema))

    def to_column(self, migration_context=None):
        if self._reverse is not None:
            return self._reverse.column
        return sa.Column(self.column_name, sa.types.NULLTYPE)

    def reverse(self):
        if self._reverse is None:
            raise ValueError("operation is not reversible; original column is not present")
        return ops.AddColumnOp(self.table_name, self._reverse.column, schema=self.schema, if_not_exists=self.if_exists)

    def to_diff_tuple(self):
        return "remove_column", self.schema, self.table_name, self.to_column()


class AlterColumnOp:
    # What a change is called in a list of differences, and the value that stands for none.
    aspects = (("type", "type", None), ("nullable", "nullable", None), ("server_default", "default", False),
               ("comment", "comment", False))

    def _changes(self):
        for aspect, called, unchanged in AlterColumnOp.aspects:
            value = getattr(self, "modify_" + aspect)
            if value is not unchanged:
                yield aspect, called, value

    def has_changes(self):
        return bool(list(AlterColumnOp._changes(self))) or any(name.startswith("modify_") for name in self.kw)

    def reverse(self):
        keywords = dict(self.kw)
        for aspect, _, _ in AlterColumnOp.aspects:
            keywords["existing_" + aspect] = getattr(self, "existing_" + aspect)
        for aspect, _, value in AlterColumnOp._changes(self):
            keywords["modify_" + aspect] = value
        for name in list(keywords):
            aspect = name.removeprefix("modify_")
            if aspect != name:
                old = "existing_" + aspect
                keywords[old], keywords[name] = keywords[name], keywords[old]
        return type(self)(self.table_name, self.column_name, schema=self.schema, **keywords)

    def to_diff_tuple(self):
        # A difference says what else is known of the column, in this order.
        known = ("nullable", "type", "server_default", "comment")
        return [
            (
                "modify_" + called,
                self.schema,
                self.table_name,
                self.column_name,
                {"existing_" + other: getattr(self, "existing_" + other) for other in known if other != aspect},
                getattr(self, "existing_" + aspect),
                value,
            )
            for aspect, called, value in AlterColumnOp._changes(self)
        ]


class ExecuteSQLOp:
    def to_diff_tuple(self):
        return "execute", self.sqltext


for _kind, _class in (
    ("primary_key_constraint", ops.CreatePrimaryKeyOp),
    ("unique_constraint", ops.CreateUniqueConstraintOp),
    ("foreign_key_constraint", ops.CreateForeignKeyOp),
    ("check_constraint", ops.CreateCheckConstraintOp),
    ("column_check_constraint", ops.CreateCheckConstraintOp),
    ("table_or_column_check_constraint", ops.CreateCheckConstraintOp),
    ("exclude_constraint", ops.CreateExcludeConstraintOp),
):
    adding[_kind] = _class.from_constraint
