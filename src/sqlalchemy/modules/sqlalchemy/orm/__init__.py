"""Mapped classes and sessions, in the measure in which migrations and env.py need them: models give their
tables, and sessions load, change, insert and delete rows. Names that are not here are unresolved."""


def __getattr__(name):
    module = _homes.get(name)
    if module is None:
        raise AttributeError("module 'sqlalchemy.orm' has no attribute {!r}".format(name))
    from importlib import import_module

    found = import_module("sqlalchemy.orm." + module)
    value = found if module == name else getattr(found, name)
    globals()[name] = value
    return value


_homes = {
    name: name
    for name in ("attributes", "base", "collections", "decl_api", "events", "exc", "interfaces", "dynamic", "mapper", "properties", "query", "relationships", "session", "scoping", "state", "strategy_options", "util")
}
for _module, _names in {
    "base": "Mapped DynamicMapped WriteOnlyMapped ORMDescriptor SQLORMExpression PassiveFlag",
    "attributes": "InstrumentedAttribute QueryableAttribute AttributeEvents AttributeEventToken",
    "collections": "attribute_keyed_dict attribute_mapped_collection column_keyed_dict column_mapped_collection keyfunc_mapping mapped_collection collection MappedCollection KeyFuncDict",
    "decl_api": "DeclarativeBase DeclarativeBaseNoMeta DeclarativeMeta MappedAsDataclass as_declarative declarative_base declarative_mixin declared_attr has_inherited_table mapped_as_dataclass registry synonym_for add_mapped_attribute",
    "exc": "UnmappedError UnmappedClassError UnmappedInstanceError ObjectDeletedError",
    "interfaces": "MapperProperty PropComparator UserDefinedOption LoaderOption ORMOption EXT_CONTINUE EXT_SKIP EXT_STOP MANYTOMANY MANYTOONE ONETOMANY NOT_EXTENSION InspectionAttr InspectionAttrInfo RelationshipDirection",
    "mapper": "Mapper mapper class_mapper object_mapper configure_mappers clear_mappers reconstructor validates",
    "properties": "MappedColumn mapped_column column_property ColumnProperty MappedSQLExpression composite Composite CompositeProperty synonym Synonym SynonymProperty query_expression deferred orm_insert_sentinel",
    "relationships": "relationship relation dynamic_loader backref foreign remote Relationship RelationshipProperty",
    "query": "Query Bundle AliasOption",
    "session": "Session sessionmaker SessionTransaction SessionTransactionOrigin make_transient make_transient_to_detached object_session close_all_sessions ORMExecuteState JoinTransactionMode",
    "scoping": "scoped_session ScopedSession",
    "state": "InstanceState",
    "dynamic": "AppenderMixin",
    "strategy_options": "Load contains_eager defaultload defer undefer undefer_group immediateload joinedload joinedload_all lazyload load_only noload raiseload selectin_polymorphic selectinload subqueryload subqueryload_all with_expression with_loader_criteria",
    "util": "AliasedClass aliased with_parent with_polymorphic join outerjoin object_mapped polymorphic_union identity_key CascadeOptions was_deleted",
    "events": "MapperEvents InstanceEvents SessionEvents QueryEvents InstrumentationEvents",
}.items():
    for _name in _names.split():
        _homes[_name] = _module
__all__ = list(_homes)
