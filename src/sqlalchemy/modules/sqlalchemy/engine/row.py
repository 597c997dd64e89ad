from sqlalchemy.engine._native import Row, RowMapping

BaseRow = LegacyRow = Row
