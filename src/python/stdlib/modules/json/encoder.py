"""The names that json.encoder has."""
from json import JSONEncoder
