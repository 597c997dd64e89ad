# What dialects say of themselves: scripts ask before they write a statement.
from sqlalchemy.dialects import mysql, oracle, postgresql, sqlite
from sqlalchemy.engine.default import DefaultDialect

flags = """delete_returning div_is_floordiv inline_comments insert_executemany_returning insert_returning is_mariadb
    native_datetime postfetch_lastrowid preexecute_autoincrement_sequences requires_name_normalize
    returns_native_bytes sequences_optional supports_alter supports_cast supports_comments
    supports_constraint_comments supports_default_metavalue supports_default_values supports_empty_insert
    supports_identity_columns supports_is_distinct_from supports_multivalues_insert supports_native_boolean
    supports_native_decimal supports_native_enum supports_native_uuid supports_sane_multi_rowcount
    supports_schemas supports_sequences supports_server_side_cursors supports_smallserial supports_views
    tuple_in_values update_returning use_insertmanyvalues default_metavalue_token supports_nothing""".split()
for dialect in (DefaultDialect(), postgresql.dialect(), sqlite.dialect(), mysql.dialect(), oracle.dialect()):
    print(dialect.name, *(f"{flag}={getattr(dialect, flag, '-')}" for flag in flags), sep="\n    ")
