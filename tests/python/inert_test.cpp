#include "python/inert.hpp"

#include "python/importing.hpp"
#include "python/interpreter.hpp"
#include "python/runtime.hpp"

#include <doctest/doctest.h>

using namespace limbeck;

namespace {

struct Script {
    python::Interpreter interpreter{{}};

    bool is_inert(const std::string& text) {
        bool inert = false;
        run([&] { inert = python::is_inert(*python::make_unit(text, "script.py")); });
        return inert;
    }
    void run(const std::function<void()>& work) {
        interpreter.run([&] {
            work();
            return python::Value::none();
        });
    }
    // Runs the text as a module and dismisses it; whether it is gone.
    bool goes(const std::string& text, const std::function<void(const python::Value& module)>& use = {}) {
        bool gone = false;
        run([&] {
            std::size_t before = python::rt().units.size();
            python::Value module = python::run_module_unit(python::make_unit(text, "script.py"), "script");
            if (use) use(module);
            python::dismiss_module(std::move(module));
            gone = python::rt().units.size() == before;
        });
        return gone;
    }
};

} // namespace

TEST_SUITE("python/inert") {
    TEST_CASE_FIXTURE(Script, "constants, functions and imports that are there do nothing") {
        CHECK(is_inert("'''a text'''\n"
                       "from __future__ import annotations\n"
                       "import datetime as dt\n"
                       "import os.path\n"
                       "from typing import Sequence, Union\n"
                       "from collections import abc\n"
                       "revision = 'a'\n"
                       "down_revision: Union[str, None] = None\n"
                       "branch_labels: str\n"
                       "depends_on = ('b', 'c')\n"
                       "a = b = 1.5\n"
                       "def upgrade(x=1, *, y=None) -> None:\n    print(x)\n"
                       "pass\n"));
        CHECK(is_inert(""));
    }

    TEST_CASE_FIXTURE(Script, "everything else is run with the plan") {
        for (const char* text : {"import nowhere",
                                 "from os import nowhere",
                                 "from os import *",
                                 "from . import x",
                                 "import nowhere.at.all as x",
                                 "print('now')",
                                 "a = b",
                                 "a = []",
                                 "a = {}",
                                 "a = -x",
                                 "a.b = 1",
                                 "a, b = 1, 2",
                                 "if True:\n    pass",
                                 "class A:\n    pass",
                                 "async def f():\n    pass",
                                 "@f\ndef g():\n    pass",
                                 "def f(x=g()):\n    pass",
                                 "def f(*, x=[]):\n    pass",
                                 "x: __annotations__ = 1",
                                 "del a",
                                 "a += 1",
                                 "raise ValueError",
                                 "count = 0\ndef f():\n    global count\n    count += 1",
                                 "def f():\n    globals()['x'] = 1"}) {
            CAPTURE(text);
            CHECK_FALSE(is_inert(text));
        }
    }

    TEST_CASE_FIXTURE(Script, "which functions a module defines") {
        auto unit = python::make_unit("def upgrade():\n    pass\ndowngrade = None\n", "script.py");
        CHECK(python::defines_function(*unit, "upgrade"));
        CHECK_FALSE(python::defines_function(*unit, "downgrade"));
    }

    TEST_CASE_FIXTURE(Script, "a module that nobody holds any more goes, with its functions and its tree") {
        CHECK(goes("number = 1\ndef f():\n    return number\ndef g():\n    return f()\n",
                   [](const python::Value& module) {
                       CHECK(python::as_index(python::call_method(module, "g")) == 1);
                   }));
        CHECK(goes("class_name = 'x'\n"));
    }

    TEST_CASE_FIXTURE(Script, "a module of which something lives on stays whole") {
        python::Value kept;
        auto keep = [&](const char* name) {
            return [&kept, name](const python::Value& module) { kept = python::call_method(module, name); };
        };
        auto value = [&](const char* expected) {
            run([&] { CHECK(python::to_repr(python::call(kept)) == expected); });
            run([&] { kept = python::Value(); });
        };
        CHECK_FALSE(goes("number = 1\ndef f():\n    return lambda: number\n", keep("f")));
        value("1");
        CHECK_FALSE(goes("def f():\n    return g\ndef g():\n    return 'g'\n", keep("f")));
        value("'g'");
        CHECK_FALSE(
            goes("number = 3\ndef f():\n    class A:\n        def m(self):\n            return number\n"
                 "    return A().m\n",
                 keep("f")));
        value("3");
        CHECK_FALSE(goes("def f():\n    def g():\n        yield 1\n    return g().__next__\n", keep("f")));
        value("1");
        CHECK_FALSE(goes("def f():\n    return (n for n in [7]).__next__\n", keep("f")));
        value("7");
        // A traceback knows lines of it.
        CHECK_FALSE(goes("def g():\n    return 1 / 0\ndef f():\n    try:\n        g()\n"
                         "    except ZeroDivisionError as error:\n        return error.with_traceback\n",
                         keep("f")));
        run([&] { kept = python::Value(); });
        // The host holds the module itself.
        CHECK_FALSE(goes("number = 4\n", [&](const python::Value& module) { kept = module; }));
        run([&] {
            CHECK(python::as_index(python::get_attribute(kept, "number")) == 4);
            kept = python::Value();
        });
    }
}
