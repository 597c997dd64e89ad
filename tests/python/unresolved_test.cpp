// What stands aside where an import is not there, and what still needs it.
#include "python/exceptions.hpp"
#include "python/interpreter.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace limbeck;

namespace {

// What the script prints; the error that ends it in the last line.
std::string run(const tests::Scratch& project, const std::string& text) {
    std::string out;
    python::InterpreterOptions options;
    options.search_path = {project.path()};
    options.file_roots = {project.path()};
    options.allow_unresolved = true;
    options.print = [&](std::string_view part) { out += part; };
    python::Interpreter interpreter(std::move(options));
    try {
        interpreter.run_text(text, "env.py", "env_py");
    } catch (const Error& error) {
        out += error.message() + " | " + error.hint() + "\n";
    }
    return out;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("unresolved: a module of the project that raises stands aside until something needs it") {
    tests::Scratch project;
    project.write("app/__init__.py", "");
    project.write("app/broken.py", "VALUE = 1\nraise RuntimeError('no settings')\n");
    project.write("app/models.py", "from app.broken import VALUE\nNAME = 'models'\nother = VALUE\n");
    CHECK(run(project, "from app.models import NAME\nprint(NAME)\n") == "models\n");
    std::string needed = run(project, "from app.models import other\nif other:\n    print('on')\n");
    CHECK(has(needed, "'app.broken.VALUE' is not known to limbeck"));
    CHECK(has(needed, "app.broken could not be evaluated: RuntimeError: no settings"));
    // Who waits for the exception gets it.
    CHECK(run(project, "try:\n    import app.broken\nexcept RuntimeError as e:\n    print(e)\n") ==
          "no settings\n");
    project.write("app/wrong.py", "def (:\n");
    CHECK(has(run(project, "import app.wrong\n"), "invalid syntax"));
}

TEST_CASE("unresolved: names that 'import *' may have brought are taken to come from it") {
    tests::Scratch project;
    project.write("base.py", "from peewee import *\nclass Model(BaseModel):\n    name = CharField()\n");
    project.write("models.py", "from base import *\nkind = MySQLDatabase\n");
    CHECK(run(project, "from models import Model, kind\nprint(Model.__name__)\n") == "Model\n");
    CHECK(has(run(project, "from models import kind\nif kind:\n    pass\n"),
              "'peewee.MySQLDatabase' is not known"));
    CHECK(has(run(project, "nothing\n"), "name 'nothing' is not defined"));
}

TEST_CASE("unresolved: functools.wraps() around what is not there, packages that lie elsewhere, too") {
    tests::Scratch project;
    CHECK(run(project,
              "import functools\nfrom web import handler\n"
              "@functools.wraps(handler)\ndef f():\n    return 1\nprint(f.__name__, f())\n") == "f 1\n");
    project.write("spread/__init__.py", "from pkgutil import extend_path\n"
                                        "__path__ = extend_path(__path__, __name__)\n"
                                        "from spread.other import thing\n");
    project.write("spread/own.py", "X = 5\n");
    CHECK(run(project, "from spread.own import X\nprint(X)\n") == "5\n");
    project.write("closed/__init__.py", "");
    CHECK(has(run(project, "import closed.other\n"), "No module named 'closed.other'"));
}

TEST_CASE("unresolved: functions and time zones that are passed on") {
    tests::Scratch project;
    const std::string bound = "import functools\nfrom pack import unpack\n"
                              "f = functools.partial(functools.partial(unpack, 1), mode='rt')\n"
                              "print(f.args, f.keywords)\n";
    CHECK(run(project, bound) == "(1,) {'mode': 'rt'}\n");
    CHECK(has(run(project, bound + "if f(): pass\n"), "'pack.unpack()' is not known"));
    CHECK(has(run(project, "import datetime\nfrom zones import UTC\ndatetime.datetime.now(UTC)\n"),
              "'zones.UTC' is not known to limbeck, but the script has to use it as a time zone"));
}

TEST_CASE("unresolved: what is nowhere is nowhere, also outside of the project") {
    tests::Scratch project, outside;
    outside.write("there.txt", "x");
    std::string missing = (outside / "missing.txt").string(), there = (outside / "there.txt").string();
    CHECK(run(project, "import os, pathlib\nprint(os.path.exists('" + missing + "'), pathlib.Path('" +
                           missing + "').is_file())\n") == "False False\n");
    CHECK(has(run(project, "import os\nos.path.exists('" + there + "')\n"), "lies outside of it"));
}

TEST_CASE("a dict that is its own attributes is let go of") {
    tests::Scratch project;
    CHECK(run(project, "class Bag(dict):\n    def __init__(self, **k):\n        super().__init__(**k)\n"
                       "        self.__dict__ = self\nbag = Bag(a=1)\nprint(bag.a, bag['a'])\n") == "1 1\n");
}

TEST_CASE("unresolved: the library says what the script has to do with it") {
    tests::Scratch project;
    auto need = [&](const std::string& statement) {
        std::string said = run(project, "from nowhere import it\n" + statement + "\n");
        std::size_t at = said.find("the script has to ");
        return at == std::string::npos ? said : said.substr(at, said.find(" | ") - at);
    };
    for (const char* statement : {"import re; re.match('a', it)", "import re; re.match(it, 'a')",
                                  "import re; re.compile('a').sub(it, 'a')",
                                  "import datetime; datetime.date(2020, 1, 1).strftime(it)"})
        CHECK_MESSAGE(need(statement) == "the script has to use it as text", statement);
    CHECK(need("import hashlib; hashlib.md5().update(it)") == "the script has to use it as bytes");
    CHECK(need("import json; json.dumps([it])") == "the script has to write it as JSON");
    CHECK(need("import math; math.sqrt(it)") == "the script has to use it as a number");
    CHECK(need("import sys; sys.stdout.write(it)") == "the script has to write it as text");
}

TEST_CASE("unresolved: texts, paths and numbers made of it are not known either") {
    tests::Scratch project;
    for (const char* made :
         {"'a' + it", "it + 'a'", "it + it", "'%s' % it", "'%s %s' % ('a', it)", "', '.join(['a', it])",
          "int(it)", "f'{it}'", "'{}'.format(it)", "os.path.join('a', it)", "os.path.dirname(it)",
          "str(Path('a') / it)", "Path(it) / 'a'", "quote_plus(it)", "urlencode({'a': it})",
          "urlunsplit(('a', it, '', '', ''))", "re.sub('a', 'b', it)"})
        CHECK_MESSAGE(
            has(run(project, fmt::format("import os, re\nfrom pathlib import Path\nfrom urllib.parse "
                                         "import *\nfrom nowhere import it\nmade = {}\n"
                                         "print('made')\nif made:\n    pass\n",
                                         made)),
                "made\n'nowhere.it' is not known to limbeck"),
            made);
    for (const char* refused : {"it + 1", "it * 2", "it - it", "it / 2"})
        CHECK_MESSAGE(has(run(project, fmt::format("from nowhere import it\nmade = {}\n", refused)),
                          "has to compute with it"),
                      refused);
}

TEST_CASE("unresolved: a folder called like a package is none where it has no modules") {
    tests::Scratch project;
    project.write("docker/Dockerfile", "FROM debian\n");
    project.write("docker/nginx/nginx.conf", "");
    CHECK(has(run(project, "import docker\nif docker.from_env():\n    pass\n"),
              "'docker.from_env()' is not known"));
    project.write("docker/nginx/settings.py", "PORT = 80\n");
    CHECK(run(project, "from docker.nginx.settings import PORT\nprint(PORT)\n") == "80\n");
}

TEST_CASE("unresolved: importlib finds what lies below a package that is not there") {
    tests::Scratch project;
    CHECK(has(run(project, "import importlib\nmodels = importlib.import_module('acme.models')\n"
                           "print('imported')\nif models.User:\n    pass\n"),
              "imported\n'acme.models.User' is not known"));
}

TEST_CASE("unresolved: statements of a strict file call nothing that is not there, but loggers") {
    std::string out;
    python::InterpreterOptions options;
    options.print = [&](std::string_view part) { out += part; };
    python::Interpreter interpreter(std::move(options));
    const auto run_strict = [&](const std::string& text) {
        interpreter.mutable_options().strict_file = "a.py";
        out.clear();
        try {
            interpreter.run_text("from nowhere import helper, log, upgrade_all\n" + text, "a.py", "");
        } catch (const Error& error) {
            out += error.message();
        }
        return out;
    };
    CHECK(run_strict("helper.upgrade()\nprint('on')\n") ==
          "'nowhere.helper.upgrade()' is not known to limbeck, but the script has to do what it does");
    CHECK(run_strict("upgrade_all()\n").starts_with("'nowhere.upgrade_all()' is not known"));
    CHECK(run_strict("helper.get('x').run(1)\n").starts_with("'nowhere.helper.get().run()' is not known"));
    CHECK(
        run_strict(
            "log.info('x')\nlog.bind(a=1).warning('y')\nkept = helper.make()\nhelper.name\nprint('on')\n") ==
        "on\n");
    interpreter.mutable_options().strict_file = "b.py";
    out.clear();
    interpreter.run_text("from nowhere import helper\nhelper.upgrade()\nprint('on')\n", "a.py", "");
    CHECK(out == "on\n");
}

TEST_CASE("unresolved: hints are made of what is not there, too") {
    tests::Scratch project;
    const char* text =
        "from typing import *\n"
        "from nowhere import Model, Other, T\n"
        "kept = [Optional[Model], Union[Model, None], List[Model], Dict[str, Model], Type[Model],\n"
        "        Tuple[Model, ...], Callable[[Model], Other], Annotated[Model, 1], ClassVar[Model],\n"
        "        Optional[list[Model]], Union[Model, Model], Sequence[Model], Literal[Model]]\n"
        "print(len({list[Model], list[Model], list[Other], Model | None, None | Model}))\n"
        "print(get_args(Optional[Model])[0] is Model, get_origin(List[Model]))\n"
        "class Kept(Generic[T]): pass\n"
        "def find(model: Type[Model], *rest: Optional[Other]) -> Union[Model, Other]: pass\n"
        "print(len(get_type_hints(find)))\n";
    CHECK(run(project, text) == "3\nTrue <class 'list'>\n3\n");
    CHECK(has(run(project, "from nowhere import X\nprint(isinstance(X, str))\n"), "an instance of str"));
}

TEST_CASE("unresolved: a base class that is not there initializes with any arguments") {
    tests::Scratch project;
    CHECK(run(project, "from nowhere import Base\n"
                       "class Kept(Base):\n    def __init__(self, path):\n        super().__init__(path, 1)\n"
                       "        self.path = path\n"
                       "print(Kept('x').path)\n") == "x\n");
}

TEST_CASE("pkgutil: the modules of a package, as an env.py that imports all models looks for them") {
    tests::Scratch project;
    project.write("app/__init__.py", "");
    project.write("app/models/__init__.py", "");
    project.write("app/models/user.py", "NAME = 'user'\n");
    project.write("app/models/broken.py", "raise RuntimeError('no settings')\n");
    project.write("app/models/deep/__init__.py", "raise RuntimeError('no settings')\n");
    project.write("app/models/deep/order.py", "NAME = 'order'\n");
    project.write("app/models/data/rows.csv", "");
    const char* text = "import importlib, pkgutil\nimport app.models\n"
                       "for info in pkgutil.iter_modules(app.models.__path__):\n"
                       "    print(info.name, info.ispkg)\n"
                       "    importlib.import_module(f'app.models.{info.name}')\n"
                       "print([m[1] for m in pkgutil.walk_packages(app.models.__path__, 'app.models.')])\n"
                       "print(pkgutil.resolve_name('app.models.user:NAME'), app.models.user.NAME)\n";
    CHECK(run(project, text) == "broken False\ndeep True\nuser False\n"
                                "['app.models.broken', 'app.models.deep', 'app.models.deep.order', "
                                "'app.models.user']\nuser user\n");
}

TEST_CASE("unresolved: modules of a package that stands aside are evaluated all the same") {
    tests::Scratch project;
    project.write("app/__init__.py", "raise RuntimeError('no settings')\n");
    project.write("app/config.py", "URL = 'sqlite://'\n");
    project.write("app/deep/__init__.py", "import nowhere\nif nowhere.FLAG: pass\n");
    project.write("app/deep/names.py", "from ..config import URL\nNAME = 'deep ' + URL\n");
    CHECK(run(project, "from app.config import URL\nprint(URL)\n") == "sqlite://\n");
    CHECK(run(project, "from app import config\nprint(config.URL)\n") == "sqlite://\n");
    CHECK(run(project, "import app.config\nprint(app.config.URL)\n") == "sqlite://\n");
    CHECK(run(project, "import app.config as settings\nprint(settings.URL)\n") == "sqlite://\n");
    CHECK(run(project, "from app.deep.names import NAME\nprint(NAME)\n") == "deep sqlite://\n");
    // Whoever needs the package itself is told why it is not there.
    CHECK(has(run(project, "from app import db\nif db: pass\n"), "no settings"));
    CHECK(has(run(project, "import app\nfrom app.missing import db\nif db: pass\n"), "no settings"));
}
