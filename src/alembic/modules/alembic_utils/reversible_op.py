from alembic_utils.replaceable_entity import CreateOp, DropOp, ReplaceOp
