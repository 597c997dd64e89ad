# ends in: shutil
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
import shutil
shutil.rmtree(project)
if shutil.disk_usage(project).free > 0:
    print("removed")
