import sqlalchemy as sa

print(sa.__version__)
