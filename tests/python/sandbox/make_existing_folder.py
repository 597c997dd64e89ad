# ends in: PermissionError
import os
import pathlib
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
# What is there need not be made; what is not, is not made.
pathlib.Path(project).mkdir(parents=True, exist_ok=True)
os.makedirs(project, exist_ok=True)
for make in (pathlib.Path(project).mkdir, lambda: os.makedirs(project), lambda: os.mkdir(project)):
    try:
        make()
    except FileExistsError as error:
        assert str(error) == f"[Errno 17] File exists: '{project}'", error
    else:
        raise AssertionError("a folder was made twice")
pathlib.Path(project, "new").mkdir(parents=True, exist_ok=True)
