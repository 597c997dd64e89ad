"""Handlers that write files or send messages: none of them is at hand."""
import _system


def _refused(name):
    class Refused:
        def __init__(self, *args, **kwargs):
            _system.refuse(f"logging.handlers.{name}")

    Refused.__name__ = Refused.__qualname__ = name
    return Refused


for _name in (
    "RotatingFileHandler", "TimedRotatingFileHandler", "WatchedFileHandler", "SysLogHandler", "SMTPHandler",
    "HTTPHandler", "SocketHandler", "DatagramHandler", "MemoryHandler", "QueueHandler", "QueueListener",
):
    globals()[_name] = _refused(_name)
