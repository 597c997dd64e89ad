"""How related rows are to be loaded: here they are read when they are looked at."""
from sqlalchemy.orm.interfaces import LoaderOption


class Load(LoaderOption):
    def __init__(self, *arguments, **options):
        pass



_NAMES = (
    "contains_eager defaultload defer undefer undefer_group immediateload joinedload joinedload_all lazyload load_only "
    "noload raiseload selectin_polymorphic selectinload subqueryload subqueryload_all with_expression "
    "with_loader_criteria options"
).split()


def _make(name):
    def option(*arguments, **options):
        return arguments[0] if arguments and isinstance(arguments[0], Load) else Load()

    option.__name__ = name
    return option


for _name in _NAMES:
    _made = _make(_name)
    setattr(Load, _name, _made)
    globals()[_name] = _made
