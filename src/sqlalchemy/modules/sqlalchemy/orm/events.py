"""Events of mapped classes; listeners for them are kept, and sessions call those they have a use for."""


class MapperEvents:
    pass


class InstanceEvents:
    pass


class SessionEvents:
    pass


class QueryEvents:
    pass


class AttributeEvents:
    pass


class InstrumentationEvents:
    pass
