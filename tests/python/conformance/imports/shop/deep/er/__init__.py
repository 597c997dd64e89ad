from ... import util
from ...items import price
from .. import __name__ as parent
