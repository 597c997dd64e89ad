import gettext
import locale

_ = gettext.gettext
print(_("text"), gettext.ngettext("one", "many", 1), gettext.ngettext("one", "many", 2))
print(locale.setlocale(locale.LC_ALL, "C"), locale.atoi("5"), locale.atof("1.5"))
