# ends in: subprocess
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
import subprocess
if subprocess.run(["touch", project + "/spawned"]).returncode == 0:
    print("ran")
