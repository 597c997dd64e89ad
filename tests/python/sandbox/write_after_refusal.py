# ends in: PermissionError
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
for name in ("a", "b"):
    try:
        open(project + "/" + name, "w")
    except PermissionError as error:
        print(error.filename)
open(project + "/c", "w")
