# ends in: PermissionError
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
import logging
logging.basicConfig(filename=project + "/run.log")
logging.warning("x")
