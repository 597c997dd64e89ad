"""Collections of related rows: lists here, whatever the class asks for."""


class MappedCollection(dict):
    pass


KeyFuncDict = MappedCollection


def _of_lists(*arguments, **options):
    return list


attribute_keyed_dict = attribute_mapped_collection = column_keyed_dict = column_mapped_collection = _of_lists
keyfunc_mapping = mapped_collection = _of_lists
InstrumentedList, InstrumentedSet, InstrumentedDict = list, set, dict


class collection:
    @staticmethod
    def _same(function):
        return function

    appender = remover = iterator = converter = internally_instrumented = link = _same

    @staticmethod
    def adds(arg):
        return lambda function: function

    replaces = removes_return = removes = adds
