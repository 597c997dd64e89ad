# ends in: secret
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
import sys
sys.path.insert(0, os.path.dirname(outside) + "/folder")
import secret_module
if secret_module.SECRET == "outside":
    print("read")
