# ends in: PermissionError
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
os.execv("/bin/touch", ["touch", project + "/spawned"])
