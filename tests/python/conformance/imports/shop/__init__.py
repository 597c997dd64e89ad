"""A shop."""
print("shop begins", __name__, __package__, __path__ is not None)
from .items import price
from . import items as things
VERSION = "1.0"
__all__ = ["price", "VERSION"]
print("shop ends")
