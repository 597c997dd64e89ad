from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
