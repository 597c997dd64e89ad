# ends in: PermissionError
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
os.makedirs(project + "/deep/new", exist_ok=True)
