# ends in: PermissionError
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
os.makedirs(project + "/a/b", exist_ok=True)
