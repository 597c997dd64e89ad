"""The project's configuration."""
from _system import is_unresolved
from alembic import _environment


class _FileConfig:
    """The ini file in the form of a ConfigParser."""

    def __init__(self, config):
        self._config = config

    def sections(self):
        return _environment.sections(self._config)

    def has_section(self, section):
        return section in self.sections()

    def has_option(self, section, option):
        return _environment.option(self._config, section, option) is not None

    def get(self, section, option, raw=False, vars=None, fallback=None):
        value = self._config.get_section_option(section, option)
        return fallback if value is None else value

    def getboolean(self, section, option, fallback=None):
        value = self.get(section, option)
        return fallback if value is None else value.lower() in ("1", "yes", "true", "on")

    def getint(self, section, option, fallback=None):
        value = self.get(section, option)
        return fallback if value is None else int(value)

    def items(self, section, raw=False):
        return list((_environment.items(self._config, section) or {}).items())

    def options(self, section):
        return list(_environment.items(self._config, section) or {})

    def set(self, section, option, value):
        self._config.set_section_option(section, option, value)

    def add_section(self, section):
        pass

    def __getitem__(self, section):
        items = _environment.items(self._config, section)
        if items is None:
            raise KeyError(section)
        return items

    def __contains__(self, section):
        return self.has_section(section)


class Config:
    def __init__(
        self,
        file_=None,
        toml_file=None,
        ini_section="alembic",
        output_buffer=None,
        stdout=None,
        cmd_opts=None,
        config_args=None,
        attributes=None,
    ):
        _environment.open_config(self, None if file_ is None else str(file_), ini_section)
        self._set_up(cmd_opts, attributes)

    @classmethod
    def _of_run(cls):
        config = cls.__new__(cls)
        if not _environment.attach_config(config):
            raise NameError("alembic.context.config is there while env.py and the revisions run")
        config._set_up(None, None)
        config.cmd_opts = _Options(config)
        return config

    def _set_up(self, cmd_opts, attributes):
        self.cmd_opts = cmd_opts
        self.attributes = {} if attributes is None else attributes
        # Values that were computed from what is not there.
        self._unresolved = {}

    @property
    def config_file_name(self):
        if not _environment.config_file_exists(self) and not self._was_named():
            return None
        return _environment.config_file_name(self)

    def _was_named(self):
        return False

    @property
    def toml_file_name(self):
        return None

    @property
    def config_ini_section(self):
        return _environment.section_name(self)

    @property
    def file_config(self):
        return _FileConfig(self)

    def get_section_option(self, section, name, default=None):
        if (section, name) in self._unresolved:
            return self._unresolved[section, name]
        value = _environment.option(self, section, name)
        return default if value is None else value

    def get_main_option(self, name, default=None):
        return self.get_section_option(self.config_ini_section, name, default)

    def get_alembic_option(self, name, default=None):
        value = _environment.alembic_option(self, name)
        return default if value is None else value

    def set_section_option(self, section, name, value):
        if is_unresolved(value):
            self._unresolved[section, name] = value
            return
        self._unresolved.pop((section, name), None)
        _environment.set_option(self, section, name, value)

    def set_main_option(self, name, value):
        self.set_section_option(self.config_ini_section, name, value)

    def remove_main_option(self, name):
        _environment.remove_option(self, self.config_ini_section, name)

    def get_section(self, name, default=None):
        items = _environment.items(self, name)
        unresolved = {option: value for (section, option), value in self._unresolved.items() if section == name}
        if items is None and not unresolved:
            return {} if default is None else default
        return {**(items or {}), **unresolved}

    def print_stdout(self, text, *arguments):
        _environment.print_stdout(str(text) % arguments if arguments else str(text))

    def get_template_directory(self):
        return "templates"


class _Options:
    """The command line, as far as a script may ask it."""

    def __init__(self, config):
        self.x = _environment.x_arguments(config) or None
        self.config = [_environment.config_file_name(config)]
        self.name = config.config_ini_section
        self.raiseerr = self.quiet = False
        self.autogenerate = False
        self.cmd = (None, [], [])
        self.sql = _environment.is_running() and _environment.is_offline_mode()

    def __contains__(self, name):
        return name in self.__dict__


class CommandLine:
    pass


def main(argv=None, prog=None, **options):
    raise NotImplementedError("commands within a script")
