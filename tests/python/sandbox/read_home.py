# ends in: PermissionError
import os
print(open(os.path.expanduser("~root/.pgpass")).read())
