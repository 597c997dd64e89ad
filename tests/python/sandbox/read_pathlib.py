# ends in: PermissionError
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
from pathlib import Path
print(Path(project).parent.joinpath("outside.txt").read_text())
