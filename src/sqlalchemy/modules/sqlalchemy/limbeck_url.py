"""The URL that stands above what a script computes: --url, LIMBECK_URL, limbeck.yaml; and the one that stands
in where a script's own needs what is not there."""

override = None  # of the run; a text
instead = None  # called with an unresolved URL; gives a text or raises


def chosen(url):
    if override is not None:
        return override
    if instead is not None:
        return instead(url)
    return url
