from sqlalchemy.ext.asyncio import (
    AsyncConnection, AsyncEngine, AsyncTransaction, async_engine_from_config, create_async_engine,
)
