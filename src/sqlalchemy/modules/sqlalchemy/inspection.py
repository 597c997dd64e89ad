from sqlalchemy import exc


def inspect(subject, raiseerr=True):
    from sqlalchemy.engine.base import Connection, Engine, MockConnection
    from sqlalchemy.engine.reflection import Inspector

    subject = getattr(subject, "_limbeck_connection", subject)
    if isinstance(subject, (Connection, Engine)):
        return Inspector(subject)
    if hasattr(subject, "__mapper__"):
        return subject.__mapper__ if isinstance(subject, type) else subject._sa_instance_state
    if hasattr(subject, "__clause_element__") or hasattr(subject, "compile") and not isinstance(subject, MockConnection):
        return subject
    if raiseerr:
        raise exc.NoInspectionAvailable(
            "No inspection system is available for object of type {}".format(type(subject))
        )
