"""Settings as they were before pydantic 2."""
import os
from enum import Enum
from pathlib import Path
from typing import Any, Dict, List, Optional, Union

from pydantic import AnyHttpUrl, BaseModel, BaseSettings, Field, PostgresDsn, SecretStr, ValidationError, root_validator, validator

for name in list(os.environ):
    del os.environ[name]
os.environ.update({
    "POSTGRES_SERVER": "db:5432", "postgres_user": "app", "POSTGRES_PASSWORD": "pw", "POSTGRES_DB": "store",
    "BACKEND_CORS_ORIGINS": '["http://a", "https://b/x"]', "DEBUG": "yes", "WORKERS": " 4 ", "RATIO": "0.5",
    "LEVEL": "low", "APP_NAME": "prefixed", "APP_SIZES": '{"a": 1}', "DB_URL": "sqlite:///x.db", "OTHER": "2",
    "SECRET_KEY": "hush", "EMPTY": "", "SUB": '{"host": "h"}', "SUB2__PORT": "9", "SUB2__DEEP__X": "3",
})


class Level(str, Enum):
    low = "low"
    high = "high"


class Settings(BaseSettings):
    API: str = "/api"
    POSTGRES_SERVER: str
    POSTGRES_USER: str
    POSTGRES_PASSWORD: str
    POSTGRES_DB: str
    DATABASE_URI: Optional[PostgresDsn] = None
    BACKEND_CORS_ORIGINS: List[AnyHttpUrl] = []
    DEBUG: bool = False
    WORKERS: int = 1
    RATIO: float = 1
    LEVEL: Level = Level.high
    OTHER: Union[int, str] = "x"
    ROOT: Path = Path("/srv")
    SECRET_KEY: SecretStr
    EMPTY: Optional[str] = "given"
    url: str = Field("none", env="DB_URL")
    either: str = Field("none", env=["NOPE", "DB_URL"])

    @validator("DATABASE_URI", pre=True)
    def assemble(cls, v: Optional[str], values: Dict[str, Any]) -> Any:
        if isinstance(v, str):
            return v
        return PostgresDsn.build(
            scheme="postgresql", user=values.get("POSTGRES_USER"), password=values.get("POSTGRES_PASSWORD"),
            host=values.get("POSTGRES_SERVER"), path="/{}".format(values.get("POSTGRES_DB") or ""),
        )

    @validator("API")
    def slash(cls, v):
        return v + "/"

    @root_validator
    def whole(cls, values):
        values["RATIO"] = values["RATIO"] * 2
        return values

    @property
    def both(self):
        return self.url + self.API

    class Config:
        case_sensitive = False


s = Settings()
for name in Settings.__fields__:
    if name not in ("BACKEND_CORS_ORIGINS", "DATABASE_URI"):
        print(name, repr(getattr(s, name)))
print(s.DATABASE_URI, isinstance(s.DATABASE_URI, str), s.DATABASE_URI.host, s.DATABASE_URI.user, s.DATABASE_URI.path)
print([str(one) for one in s.BACKEND_CORS_ORIGINS], s.both, s.SECRET_KEY, s.SECRET_KEY.get_secret_value())
print(Settings(WORKERS=7, DATABASE_URI="postgresql://x@y/z").WORKERS, Settings(DATABASE_URI="postgresql://x@y/z").DATABASE_URI)


class Prefixed(BaseSettings):
    name: str = "n"
    sizes: Dict[str, int] = {}
    missing: int = 3

    class Config:
        env_prefix = "APP_"


print(Prefixed(), Prefixed().dict(), Prefixed(name="init").json())


class Deep(BaseModel):
    x: int = 1


class Sub(BaseModel):
    host: str = "localhost"
    port: int = 1
    deep: Deep = Deep()


class Nested(BaseSettings):
    sub: Sub = Sub()
    sub2: Sub = Sub()

    class Config:
        env_nested_delimiter = "__"


print(repr(Nested()))


class Cased(BaseSettings):
    DEBUG: bool = False
    debug: str = "lower"

    class Config:
        case_sensitive = True


print(repr(Cased()))


class Required(BaseSettings):
    NOT_THERE: str
    WORKERS: int


try:
    Required()
except ValidationError as problem:
    print([(e["loc"], e["type"].rpartition(".")[2]) for e in problem.errors()])



class Item(BaseModel):
    id: int
    name: str = "x"
    tags: List[str] = []
    price: Optional[float]
    when: Any = None

    @validator("name", pre=True, always=True)
    def upper(cls, v):
        return v.upper()

    @validator("tags", each_item=True)
    def strip(cls, v):
        return v.strip()


print(repr(Item(id="3", tags=[" a", "b "], price=None)))
print(Item(id=1, name="q", price="2.5").dict(exclude_unset=True), Item.parse_obj({"id": 5, "price": None}).name)
print(Item(id=1, price=1) == Item(id=1, price=1), Item(id=1, price=2).copy(update={"id": 9}).id, list(Item(id=1, price=None)))
try:
    Item(id="x", tags=3, price=None)
except ValidationError as problem:
    print(len(problem.errors()), [e["loc"] for e in problem.errors()])
