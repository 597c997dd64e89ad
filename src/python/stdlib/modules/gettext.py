"""Messages as they are: nothing is translated."""


class NullTranslations:
    def __init__(self, fp=None):
        pass

    def gettext(self, message):
        return message

    def ngettext(self, msgid1, msgid2, n):
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context, message):
        return message

    def install(self, names=None):
        pass


GNUTranslations = NullTranslations
_null = NullTranslations()
gettext, ngettext, pgettext = _null.gettext, _null.ngettext, _null.pgettext


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    if fallback:
        return _null
    raise FileNotFoundError(2, "No translation file found for domain", domain)


def find(domain, localedir=None, languages=None, all=False):
    return [] if all else None


def dgettext(domain, message):
    return message


def textdomain(domain=None):
    return domain or "messages"


def bindtextdomain(domain, localedir=None):
    return localedir


def install(domain, localedir=None, *, names=None):
    pass
