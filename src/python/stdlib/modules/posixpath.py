"""os.path under its own name."""
from os.path import *
