# ends in: PermissionError
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
with open(project + "/data/rows.csv", "a") as rows:
    rows.write("more")
