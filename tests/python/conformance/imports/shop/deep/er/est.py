from . import util as here
from ...util import shout
from .... import nothing
