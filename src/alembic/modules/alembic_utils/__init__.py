"""Functions, views, triggers and their kin as entities of a migration: what revisions use of alembic_utils."""

import alembic_utils.replaceable_entity
