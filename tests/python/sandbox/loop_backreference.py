# ends in: takes too many steps
import re
re.search(r"(x+x+)+y\1", "x" * 64)
