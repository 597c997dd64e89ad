from sqlalchemy.engine.result import CursorResult, LegacyCursorResult
