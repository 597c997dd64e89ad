"""Pydantic's models in the forms that configurations have: what an env.py reads its URL from. Names that are not here
are unresolved, and so is the value of a field whose annotation is."""
from pydantic.fields import AliasChoices, AliasPath, Field, FieldInfo, PrivateAttr, computed_field
from pydantic.functional_validators import (
    AfterValidator,
    BeforeValidator,
    PlainValidator,
    field_validator,
    model_validator,
    root_validator,
    validator,
)
from pydantic.main import BaseModel, ConfigDict, TypeAdapter, ValidationError, ValidationInfo, create_model
from pydantic.networks import (
    AmqpDsn,
    AnyHttpUrl,
    AnyUrl,
    CockroachDsn,
    EmailStr,
    FileUrl,
    HttpUrl,
    KafkaDsn,
    MongoDsn,
    MySQLDsn,
    NatsDsn,
    PostgresDsn,
    RedisDsn,
)
from pydantic.types import (
    NegativeInt,
    NonNegativeFloat,
    NonNegativeInt,
    PositiveFloat,
    PositiveInt,
    SecretBytes,
    SecretStr,
    StrictBool,
    StrictInt,
    StrictStr,
    StringConstraints,
    conint,
    conlist,
    constr,
)

VERSION = __version__ = "2.12.5"


def __getattr__(name):
    if name == "BaseSettings":  # where it was before 2.0
        from pydantic_settings import FirstSettings

        return FirstSettings
    if name == "Extra":
        from pydantic.types import Extra

        return Extra
    raise AttributeError("module 'pydantic' has no attribute {!r}".format(name))
