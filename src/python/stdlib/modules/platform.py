"""What the machine is, as far as scripts may know it: the operating system that limbeck was built for."""
import sys


def system():
    return {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}.get(sys.platform, sys.platform)


def python_version():
    return ".".join(str(part) for part in sys.version_info[:3])


def python_version_tuple():
    return tuple(str(part) for part in sys.version_info[:3])


def python_implementation():
    return "CPython"


def machine():
    return ""


def node():
    return ""


def release():
    return ""


def version():
    return ""


def processor():
    return ""


def architecture(*arguments):
    return ("64bit", "")


def platform(*arguments):
    return system()
