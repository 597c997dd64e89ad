'''doc \N{BULLET} \x41'''
if True:
    revision = (
        "x"
        'y'
    )
down_revision = revision + "z" if 0 else None; branch_labels = [
]
lambda: (yield)
