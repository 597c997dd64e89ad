# ends in: PermissionError
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
from pathlib import Path
Path(project, "data", "rows.csv").unlink()
