"""Names that annotations, options and isinstance() ask for."""


class InspectionAttr:
    is_mapper = is_instance = is_attribute = is_property = is_aliased_class = False


class InspectionAttrInfo(InspectionAttr):
    pass


class MapperProperty(InspectionAttrInfo):
    """What a mapped class says about one of its attributes."""

    is_property = True
    key = parent = doc = None

    @property
    def info(self):
        return self.__dict__.setdefault("_info", {})


class StrategizedProperty(MapperProperty):
    pass


class PropComparator:
    def __init__(self, prop, parentmapper=None, adapt_to_entity=None):
        self.prop = self.property = prop
        self._parententity = self._parentmapper = parentmapper

    def __clause_element__(self):
        return self.prop.expression


class LoaderOption:
    pass


ORMOption = UserDefinedOption = ExecutableOption = LoaderOption


class _Symbol(str):
    name = property(str)

    def __repr__(self):
        return "symbol({!r})".format(str(self))


class RelationshipDirection:
    ONETOMANY, MANYTOONE, MANYTOMANY = _Symbol("ONETOMANY"), _Symbol("MANYTOONE"), _Symbol("MANYTOMANY")


ONETOMANY, MANYTOONE, MANYTOMANY = RelationshipDirection.ONETOMANY, RelationshipDirection.MANYTOONE, RelationshipDirection.MANYTOMANY
EXT_CONTINUE, EXT_SKIP, EXT_STOP, NOT_EXTENSION = (
    _Symbol(name) for name in ("EXT_CONTINUE", "EXT_SKIP", "EXT_STOP", "not_extension")
)
