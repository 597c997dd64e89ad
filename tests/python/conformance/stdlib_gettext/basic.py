import gettext, locale

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'gettext.gettext("a"), gettext.ngettext("x", "y", 0), gettext.NullTranslations().gettext("q"), gettext.translation("none", fallback=True).gettext("z"), gettext.find("nope"), locale.localeconv()["decimal_point"]',
    'gettext.translation("surely_not_there")',
)
