"""Two databases in one run: the script for each goes into a buffer, and from there to standard output."""
import io

from alembic import context

config = context.config

for name in config.get_main_option("databases").replace(" ", "").split(","):
    buffer = io.StringIO()
    context.configure(
        url=config.get_section_option(name, "sqlalchemy.url"),
        output_buffer=buffer,
        literal_binds=True,
        upgrade_token=f"{name}_up",
    )
    with context.begin_transaction():
        context.run_migrations(database=name)
    print(f"=== {name}: {len(buffer.getvalue().splitlines())} lines")
    print(buffer.getvalue(), end="")
