from sqlmodel.sql import expression, sqltypes
