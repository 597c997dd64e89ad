from sqlalchemy.engine.base import MockConnection
from sqlalchemy.engine.create import create_mock_engine
