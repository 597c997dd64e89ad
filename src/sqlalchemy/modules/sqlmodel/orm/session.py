"""Session.exec()."""
from sqlalchemy.orm import Session as _Session


class Session(_Session):
    def exec(self, statement, *, params=None, execution_options=None, bind_arguments=None, **ignored):
        result = self.execute(
            statement, params=params, execution_options=execution_options, bind_arguments=bind_arguments
        )
        given = getattr(statement, "_limbeck_entities", None) or getattr(statement, "selected_columns", None)
        return result.scalars() if given is not None and len(given) == 1 else result
