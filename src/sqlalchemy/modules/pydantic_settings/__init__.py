"""BaseSettings: models whose values come from the environment and from .env files."""
import json
import os
import typing
from _system import is_unresolved, unresolved

from pydantic import _convert
from pydantic.fields import AliasPath, PydanticUndefined
from pydantic.main import BaseModel, _annotation

SettingsConfigDict = dict


class NoDecode:
    pass


class ForceDecode:
    pass


def _is_complex(hint, metadata=True):
    """Whether a text in the environment is JSON."""
    if is_unresolved(hint) or isinstance(hint, str):
        return False
    if metadata and hasattr(hint, "__metadata__"):
        if any(one is NoDecode or not is_unresolved(one) and isinstance(one, NoDecode) for one in hint.__metadata__):
            return False
        return _is_complex(hint.__origin__)
    kind = typing.get_origin(hint) or hint
    if not isinstance(kind, type) or is_unresolved(kind):
        return False
    if issubclass(kind, (str, bytes)) or kind.__module__ == "pydantic.types":
        return False
    return issubclass(kind, BaseModel) or hasattr(kind, "__dataclass_fields__") or kind in _convert._mappings or (
        kind in _convert._sequences)


def _sub_model(hint):
    """The model that an annotation is of, perhaps beside None."""
    if is_unresolved(hint) or isinstance(hint, str):
        return None
    if hasattr(hint, "__metadata__"):
        return _sub_model(hint.__origin__)
    if _convert.is_union(hint):
        found = [_sub_model(one) for one in typing.get_args(hint)]
        return next((one for one in found if one is not None), None)
    return hint if isinstance(hint, type) and issubclass(hint, BaseModel) else None


class PydanticBaseSettingsSource:
    """A source of values: called, it gives them by field."""

    def __init__(self, settings_cls, *ignored, **options):
        self.settings_cls = settings_cls
        self.config = settings_cls.model_config

    def get_field_value(self, field, field_name):
        raise NotImplementedError

    def prepare_field_value(self, field_name, field, value, value_is_complex):
        return json.loads(value) if value is not None and value_is_complex else value

    def __call__(self):
        return {}


class InitSettingsSource(PydanticBaseSettingsSource):
    def __init__(self, settings_cls, init_kwargs):
        super().__init__(settings_cls)
        self.init_kwargs = init_kwargs

    def __call__(self):
        # By the name that the other sources give the value, so that it stands above theirs.
        values = dict(self.init_kwargs)
        for name, info in self.settings_cls.model_fields.items():
            names = [one for one in info.names() if isinstance(one, str)]
            if names and name in values and name not in names:
                values[names[0]] = values.pop(name)
        return values


class EnvSettingsSource(PydanticBaseSettingsSource):
    def __init__(self, settings_cls, *ignored, **options):
        super().__init__(settings_cls)
        self.options = {**self.config, **{name: value for name, value in options.items() if value is not None}}
        self.case_sensitive = bool(self.options.get("case_sensitive"))
        self.prefix = self._cased(self.options.get("env_prefix") or "")
        self.delimiter = self._cased(self.options.get("env_nested_delimiter") or "")
        self.env_vars = self._prepared(self._read())

    def _cased(self, name):
        return name if self.case_sensitive else name.lower()

    def _read(self):
        return dict(os.environ)

    def _prepared(self, variables):
        none = self.options.get("env_parse_none_str")
        ignores_empty = self.options.get("env_ignore_empty")
        return {
            self._cased(name): None if none is not None and value == none else value
            for name, value in variables.items()
            if not (ignores_empty and value == "")
        }

    def names_of(self, name, info):
        """(key of the value, name of the variable) of a field, the most wanted first."""
        said = info.options.get("env") or self._said_for(name)
        if said:
            return [(name, self._cased(one)) for one in ([said] if isinstance(said, str) else said)]
        found = []
        for alias in info.names():
            if isinstance(alias, AliasPath):
                found.append((alias.path[0], self._cased(alias.path[0])))
            elif not is_unresolved(alias):
                found.append((alias, self._cased(alias)))
        by_name = self.options.get("populate_by_name") or self.options.get("validate_by_name")
        if not found or by_name:
            found.append((name, self.prefix + self._cased(name)))
        return found

    def _said_for(self, name):
        """class Config: fields = {"name": {"env": …}}, as it was before 2.0."""
        said = (self.config.get("fields") or {}).get(name)
        return said.get("env") if isinstance(said, dict) else said

    def get_field_value(self, field, field_name):
        for key, variable in self.names_of(field_name, field):
            if variable in self.env_vars:
                return self.env_vars[variable], key, False
        return None, field_name, False

    def __call__(self):
        values = {}
        for name, info in self.settings_cls.model_fields.items():
            hint = _annotation(info)
            for key, variable in self.names_of(name, info):
                value = self.env_vars.get(variable, PydanticUndefined)
                nested = self._nested(hint, variable)
                if value is PydanticUndefined and not nested:
                    continue
                value = self._decoded(name, hint, value)
                if nested:
                    value = _merged(nested, value if isinstance(value, dict) else {})
                values[key] = value
                break
        return values

    def _decoded(self, name, hint, value):
        if value is PydanticUndefined or value is None:
            return value
        partly = not hasattr(hint, "__metadata__") and _convert.is_union(hint) and any(
            _is_complex(one) for one in typing.get_args(hint))
        if hasattr(hint, "__metadata__") and _convert.is_union(hint.__origin__):
            partly = any(_is_complex(one) for one in typing.get_args(hint.__origin__))
        if self.config.get("enable_decoding") is False or not (partly or _is_complex(hint)):
            return value
        try:
            return json.loads(value)
        except ValueError:
            if partly:
                return value
            raise SettingsError(
                'error parsing value for field "{}" from source "{}"'.format(name, type(self).__name__)) from None

    def _nested(self, hint, variable):
        """The values of variables that go on after the delimiter: DB__HOST."""
        if not self.delimiter:
            return {}
        model = _sub_model(hint)
        plain = hint.__origin__ if hasattr(hint, "__metadata__") else hint
        if model is None and (typing.get_origin(plain) or plain) not in _convert._mappings:
            return {}
        start, found = variable + self.delimiter, {}
        for name, value in self.env_vars.items():
            if not name.startswith(start):
                continue
            *folders, last = name[len(start) :].split(self.delimiter)
            at, inner = found, model
            for folder in folders:
                folder, inner = self._field_named(inner, folder)
                at = at.setdefault(folder, {})
            last, kind = self._field_named(inner, last, True)
            at[last] = self._decoded(last, kind, value) if kind is not None else value
        return found

    def _field_named(self, model, name, hint=False):
        for known, info in (model.model_fields if model is not None else {}).items():
            names = [one for one in info.names() if isinstance(one, str)] or [known]
            if name in [self._cased(one) for one in names]:
                return names[0], _annotation(info) if hint else _sub_model(_annotation(info))
        return name, None


def _merged(first, second):
    out = dict(second)
    for name, value in first.items():
        out[name] = _merged(value, out[name]) if isinstance(value, dict) and isinstance(out.get(name), dict) else value
    return out


class DotEnvSettingsSource(EnvSettingsSource):
    def __init__(self, settings_cls, env_file=None, env_file_encoding=None, **options):
        self._files = settings_cls.model_config.get("env_file") if env_file is None else env_file
        self._encoding = env_file_encoding or settings_cls.model_config.get("env_file_encoding") or "utf8"
        super().__init__(settings_cls, **options)

    def _read(self):
        from dotenv import dotenv_values

        found = {}
        files = [] if self._files is None else self._files if isinstance(self._files, (list, tuple)) else [self._files]
        for file in files:
            if os.path.isfile(os.path.expanduser(file)):
                found.update(dotenv_values(os.path.expanduser(file), encoding=self._encoding))
        return found

    def __call__(self):
        values = super().__call__()
        if getattr(self.settings_cls, "_limbeck_first", False):
            return values
        # What the file has besides is given to the model, too.
        fields, allowed = self.settings_cls.model_fields, self.config.get("extra", "forbid") != "forbid"
        for name, value in self.env_vars.items():
            if not value or name in values or self.prefix and name in fields or self._is_used(name):
                continue
            values[name[len(self.prefix) :] if allowed and name.startswith(self.prefix) else name] = value
        return values

    def _is_used(self, name):
        for field, info in self.settings_cls.model_fields.items():
            for _, variable in self.names_of(field, info):
                if name == variable or self.delimiter and name.startswith(variable + self.delimiter):
                    return True
        return False


class SecretsSettingsSource(PydanticBaseSettingsSource):
    def __init__(self, settings_cls, secrets_dir=None, **ignored):
        super().__init__(settings_cls)
        self.secrets_dir = settings_cls.model_config.get("secrets_dir") if secrets_dir is None else secrets_dir

    def __call__(self):
        if self.secrets_dir is None:
            return {}
        source, values = EnvSettingsSource(self.settings_cls), {}
        folders = self.secrets_dir if isinstance(self.secrets_dir, (list, tuple)) else [self.secrets_dir]
        for folder in folders:
            if not os.path.isdir(folder):
                continue
            files = {source._cased(name): name for name in os.listdir(folder)}
            for name, info in self.settings_cls.model_fields.items():
                for key, variable in source.names_of(name, info):
                    if variable in files:
                        with open(os.path.join(folder, files[variable])) as file:
                            values[key] = source._decoded(name, _annotation(info), file.read().strip())
                        break
        return values


class SettingsError(ValueError):
    pass


class BaseSettings(BaseModel):
    model_config = {"extra": "forbid", "arbitrary_types_allowed": True, "validate_default": True}

    def __init__(self, _case_sensitive=None, _env_prefix=None, _env_file=None, _env_file_encoding=None,
                 _env_ignore_empty=None, _env_nested_delimiter=None, _secrets_dir=None, **values):
        cls = type(self)
        options = {"case_sensitive": _case_sensitive, "env_prefix": _env_prefix, "env_ignore_empty": _env_ignore_empty,
                   "env_nested_delimiter": _env_nested_delimiter}
        given = InitSettingsSource(cls, values)
        environment = EnvSettingsSource(cls, **options)
        files = DotEnvSettingsSource(cls, _env_file, _env_file_encoding, **options)
        secrets = SecretsSettingsSource(cls, _secrets_dir)
        if cls.model_config.get("cli_parse_args"):
            bool(unresolved("{}()".format(cls.__name__), "limbeck's settings do not come from a command line"))
        sources = _sources(cls, given, environment, files, secrets)
        state = {}
        for source in reversed(sources):
            if is_unresolved(source):
                bool(source)
            state = _merged(_given_by(source, cls), state)
        super().__init__(**state)

    @classmethod
    def settings_customise_sources(cls, settings_cls, init_settings, env_settings, dotenv_settings, file_secret_settings):
        return init_settings, env_settings, dotenv_settings, file_secret_settings


def _given_by(source, cls):
    return source(cls) if not isinstance(source, PydanticBaseSettingsSource) and not hasattr(source, "settings_cls") else source()


def _sources(cls, given, environment, files, secrets):
    chosen = cls.model_config.get("customise_sources")
    if getattr(cls, "_limbeck_first", False):
        if chosen is None:
            return [given, environment, files, secrets]

        class Both(PydanticBaseSettingsSource):
            def __call__(self):
                return _merged(environment(), files())

        return list(chosen(init_settings=given, env_settings=Both(cls), file_secret_settings=secrets))
    return list(cls.settings_customise_sources(
        settings_cls=cls, init_settings=given, env_settings=environment, dotenv_settings=files,
        file_secret_settings=secrets,
    ))


class FirstSettings(BaseSettings):
    """pydantic.BaseSettings, before pydantic 2."""

    _limbeck_first: typing.ClassVar = True


FirstSettings.__name__ = FirstSettings.__qualname__ = "BaseSettings"
