# ends in: steps
import re
re.match(r"(a+)+(?=b)$", "a" * 64 + "!")
