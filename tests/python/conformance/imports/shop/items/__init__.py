print("items", __name__, __package__)
from .price import price, _hidden
from ..util import shout
