__all__ = ["_shown"]
__all__ += ["also"]
_shown = 1
also = 2
hidden = 3
