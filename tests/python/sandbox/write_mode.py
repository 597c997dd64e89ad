# ends in: PermissionError
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
os.chmod(project + "/data/rows.csv", 0o777)
