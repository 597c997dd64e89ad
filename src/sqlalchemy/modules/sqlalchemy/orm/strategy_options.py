"""How related rows are to be loaded: here they are read when they are looked at."""
from sqlalchemy.orm.interfaces import LoaderOption


class Load(LoaderOption):
    contained = ()  # relationships that contains_eager() names, each with its target

    def __init__(self, *arguments, **options):
        pass

    def _refuse_in_select(self):
        if any(relationship.uselist for relationship, _ in self.contained):
            raise NotImplementedError(
                "limbeck reads all members of a relationship in a select(), and contains_eager() says that those of its "
                "rows are all: use session.query()")



_NAMES = (
    "contains_eager defaultload defer undefer undefer_group immediateload joinedload joinedload_all lazyload load_only "
    "noload raiseload selectin_polymorphic selectinload subqueryload subqueryload_all with_expression "
    "with_loader_criteria options"
).split()


_CHANGING = ("noload", "with_loader_criteria")  # what is read by them is not what is there


def _make(name):
    def option(*arguments, **options):
        made = arguments[0] if arguments and isinstance(arguments[0], Load) else Load()
        if name in _CHANGING or any(getattr(one, "_criteria", ()) for one in arguments):
            raise NotImplementedError("limbeck does not read other rows for the option {}(): write it as a filter".format(name))
        if name == "contains_eager":
            made = Load()
            made.contained = arguments[0].contained if arguments and isinstance(arguments[0], Load) else ()
            for one in arguments:
                if not isinstance(one, Load):
                    alias = options.get("alias")
                    relationship = getattr(one, "_relationship", one)
                    made.contained += ((relationship, one.target if alias is None else alias),)
        return made

    option.__name__ = name
    return option


for _name in _NAMES:
    _made = _make(_name)
    setattr(Load, _name, _made)
    globals()[_name] = _made
