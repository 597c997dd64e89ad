# ends in: PermissionError
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
from pathlib import Path
print(Path(project, "link.txt").read_bytes())
