"""Settings of pydantic 2."""
from __future__ import annotations

import enum
import os
from datetime import timedelta
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    AliasChoices, AnyUrl, BaseModel, BeforeValidator, Field, HttpUrl, PostgresDsn, SecretStr, ValidationError,
    ValidationInfo, computed_field, field_validator, model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from shared import values

for name in list(os.environ):
    del os.environ[name]
os.environ.update({
    "POSTGRES_SERVER": "db", "POSTGRES_PORT": "5433", "POSTGRES_USER": "app", "POSTGRES_PASSWORD": "p@w/x",
    "PROJECT_NAME": "", "CORS": "http://a, http://b", "ENVIRONMENT": "staging", "APP_DB__HOST": "deep",
    "APP_DB__PORT": "77", "APP_DB__OPTIONS": '{"a": 1}', "APP_NAME": "named", "SECOND": "2", "NUMBERS": "1,2,3",
    "APP_TTL": "00:01:30",
})


def parse_cors(value: Any) -> list[str] | str:
    if isinstance(value, str) and not value.startswith("["):
        return [one.strip() for one in value.split(",")]
    return value


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=("missing.env", values), env_ignore_empty=True, extra="ignore")
    registry: ClassVar[dict] = {}
    ENVIRONMENT: Literal["local", "staging", "production"] = "local"
    CORS: Annotated[list[AnyUrl] | str, BeforeValidator(parse_cors)] = []
    PROJECT_NAME: str = "unnamed"
    SENTRY_DSN: HttpUrl | None = None
    POSTGRES_SERVER: str
    POSTGRES_PORT: int = 5432
    POSTGRES_USER: str
    POSTGRES_PASSWORD: str = ""
    POSTGRES_DB: str = ""
    FROM_FILE: int
    BOTH: str = "default"
    SECRET: SecretStr = SecretStr("s")
    chosen: int = Field(default=1, validation_alias=AliasChoices("FIRST", "SECOND"))
    numbers: Annotated[list[int], NoDecode]

    @field_validator("numbers", mode="before")
    @classmethod
    def split(cls, v: str) -> list[int]:
        return [int(one) for one in v.split(",")]

    @field_validator("POSTGRES_DB")
    @classmethod
    def named(cls, v: str, info: ValidationInfo) -> str:
        return v or info.data["POSTGRES_USER"] + "_db"

    @computed_field
    @property
    def origins(self) -> list[str]:
        return [str(one).rstrip("/") for one in self.CORS] + [self.PROJECT_NAME]

    @computed_field  # type: ignore[prop-decorator]
    @property
    def DATABASE_URI(self) -> PostgresDsn:
        return PostgresDsn.build(
            scheme="postgresql+psycopg", username=self.POSTGRES_USER, password=self.POSTGRES_PASSWORD,
            host=self.POSTGRES_SERVER, port=self.POSTGRES_PORT, path=self.POSTGRES_DB,
        )

    @model_validator(mode="after")
    def enforce(self) -> Self:
        if self.ENVIRONMENT == "production":
            raise ValueError("not here")
        return self


settings = Settings()
for name in Settings.model_fields:
    print(name, repr(getattr(settings, name)) if name not in ("CORS",) else [str(one) for one in settings.CORS])
print(settings.origins, str(settings.DATABASE_URI), settings.model_dump(include={"chosen", "BOTH"}))
try:
    Settings(ENVIRONMENT="production")
except ValidationError as problem:
    print(problem.errors()[0]["msg"], problem.error_count())
try:
    Settings(ENVIRONMENT="nowhere", POSTGRES_PORT="x", FROM_FILE=None)
except ValidationError as problem:
    for one in problem.errors():
        print(one["loc"], one["type"], one["msg"])


class Database(BaseModel):
    host: str = "localhost"
    port: int = 5432
    options: dict[str, int] = {}


class Kind(enum.Enum):
    one = "1"


class Nested(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="APP_", env_nested_delimiter="__")
    db: Database = Database()
    other: Database = Field(default_factory=Database)
    name: str = "x"
    ttl: timedelta = timedelta(1)
    kind: Kind = "1"


print(repr(Nested()))
print(Nested(name="given", db={"port": 1}).db)


class Strict(BaseSettings):
    model_config = SettingsConfigDict(env_file=values)
    FROM_FILE: int


try:
    Strict()
except ValidationError as problem:
    print([(one["type"], one["loc"]) for one in problem.errors()])
try:
    Nested(unknown=1)
except ValidationError as problem:
    print([(one["type"], one["loc"]) for one in problem.errors()])


class Named(BaseModel):
    first: int = Field(alias="FirstName", ge=1)
    rest: list[Kind] = []
    _hidden: int = 3

    @model_validator(mode="before")
    @classmethod
    def lower(cls, data: Any) -> Any:
        return {**data, "rest": ["1"]} if isinstance(data, dict) else data


print(Named(FirstName="4"), Named(FirstName=2).model_dump(by_alias=True), Named(FirstName=2)._hidden)
print(Named(FirstName=5).model_dump_json(), Named.model_validate({"FirstName": 3}).model_copy(update={"first": 8}))
try:
    Named(FirstName=0)
except ValidationError as problem:
    print(problem)
try:
    Named(first=1)
except ValidationError as problem:
    print([(one["type"], one["loc"]) for one in problem.errors()])
