"""The URL that stands above what a script computes: --url, LIMBECK_URL, limbeck.yaml; and the one that stands
in where a script's own needs what is not there."""
from _system import is_unresolved

override = None  # of the run; a text
instead = None  # called with an unresolved URL; gives a text or raises


def chosen(url):
    if override is not None:
        return override
    if instead is not None:
        if not is_unresolved(url) and hasattr(url, "render_as_string"):
            text = url.render_as_string(hide_password=False)
            url = text if is_unresolved(text) else url
        return instead(url)
    return url
