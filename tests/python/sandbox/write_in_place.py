# ends in: PermissionError
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
open(project + "/data/rows.csv", "r+").truncate()
