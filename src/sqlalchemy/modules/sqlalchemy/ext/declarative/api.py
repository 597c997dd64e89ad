from sqlalchemy.ext.declarative import DeclarativeMeta, as_declarative, declarative_base, declared_attr
