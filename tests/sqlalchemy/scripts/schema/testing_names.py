# Column and Table from where editors find them first.
import sqlalchemy as sa
from sqlalchemy.testing.schema import Column, Table

print(sa.schema.CreateTable(Table("crate", sa.MetaData(), Column("id", sa.Integer, primary_key=True))))
