# ends in: takes too many steps
import re
re.match(r"(a+)+(?=b)$", "a" * 64 + "!")
