# ends in: PermissionError
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
import logging
logging.getLogger().addHandler(logging.FileHandler(project + "/run.log"))
logging.warning("x")
