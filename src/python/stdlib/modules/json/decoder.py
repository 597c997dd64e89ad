"""The names that json.decoder has."""
from json import JSONDecodeError, JSONDecoder
