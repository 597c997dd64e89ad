# ends in: PermissionError
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
os.spawnv(0, "/bin/touch", ["touch", project + "/spawned"])
