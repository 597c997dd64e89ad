# ends in: PermissionError
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
exec(open(os.path.dirname(outside) + "/folder/secret_module.py").read())
