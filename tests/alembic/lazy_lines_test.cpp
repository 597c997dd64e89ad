// The modules written in Python: what is left out of them and parsed later is what stands there.
#include "alembic/modules.hpp"
#include "python/ast_dump.hpp"
#include "python/code.hpp"
#include "python/importing.hpp"
#include "python/interpreter.hpp"
#include "python/stdlib/modules.hpp"
#include "sqlalchemy/modules.hpp"
#include "support/source_root.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using namespace limbeck;
namespace fs = std::filesystem;

namespace {

std::string module_name(const fs::path& file, const fs::path& folder) {
    fs::path relative = file.lexically_relative(folder).replace_extension();
    if (relative.filename() == "__init__") relative = relative.parent_path();
    std::string name = relative.generic_string();
    std::ranges::replace(name, '/', '.');
    return name;
}

std::vector<const python::SourceModule*> source_modules(const python::InterpreterOptions& options) {
    std::vector<python::SourceModuleFinder> finders = options.source_modules;
    finders.push_back(python::find_source_module);
    std::vector<const python::SourceModule*> found;
    for (const char* folder : {"python/stdlib", "sqlalchemy", "alembic"}) {
        fs::path modules = tests::source_root() / "src" / folder / "modules";
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(modules)) {
            if (entry.path().extension() != ".py") continue;
            std::string name = module_name(entry.path(), modules);
            for (auto finder : finders)
                if (const python::SourceModule* module = finder(name)) found.push_back(module);
        }
    }
    return found;
}

} // namespace

TEST_CASE("modules with parts that are parsed later are the modules as they stand") {
    python::InterpreterOptions options;
    sqlalchemy::configure(options);
    alembic::configure(options);
    std::vector<const python::SourceModule*> modules = source_modules(options);
    CHECK(modules.size() > 120);
    std::size_t bodies = 0, definitions = 0;
    python::Interpreter interpreter(std::move(options));
    interpreter.run([&] {
        for (const python::SourceModule* module : modules) {
            INFO(module->name);
            std::string text(module->source);
            std::unique_ptr<python::Unit> whole = python::make_unit(text, "module.py");
            std::unique_ptr<python::Unit> lazy = python::make_unit(text, "module.py", module->lazy);
            std::size_t own = lazy->codes.size();
            std::size_t here = 0;
            std::vector<python::ast::Statement*> statements(lazy->tree->module->body.begin(),
                                                            lazy->tree->module->body.end());
            for (python::LazyParts left = module->lazy; !left.empty(); left = left.subspan(1)) {
                if (left.front().defines.empty()) continue;
                const python::Code& defined = python::define(*lazy, left);
                REQUIRE(defined.body.size() == 1);
                statements.push_back(defined.body.front());
                ++here;
            }
            definitions += here;
            CHECK((here == 0 || lazy->codes.size() > own + here));
            // Each has the code of a module around it.
            CHECK(lazy->codes.size() - here <= whole->codes.size());
            for (std::size_t at = 0; at < lazy->codes.size(); ++at) {
                if (!lazy->codes[at].lazy) continue;
                python::complete(lazy->codes[at]);
                ++bodies;
            }
            CHECK(lazy->codes.size() == whole->codes.size() + here);
            std::ranges::sort(statements, {}, [](auto* each) { return each->where.line; });
            lazy->tree->module->body = {statements.data(), static_cast<std::uint32_t>(statements.size())};
            CHECK(python::dump(*lazy->tree) == python::dump(*whole->tree));
        }
        return python::Value::none();
    });
    CHECK(bodies > 1000);
    CHECK(definitions > 400);
}

TEST_CASE("functions whose bodies are parsed later say where they are, and what they are") {
    std::string text =
        "import sys\n\n\nclass Counter:\n    def count(self, up_to):\n        for each in range(up_to):\n"
        "            yield each\n\n\ndef fail():\n    # not yet\n    raise ValueError(__private)\n";
    std::uint32_t count = static_cast<std::uint32_t>(text.find("        for"));
    std::uint32_t raise = static_cast<std::uint32_t>(text.find("    raise"));
    python::LazyLines bodies[] = {{count, static_cast<std::uint32_t>(text.find("\n\n\ndef") + 1), 6, 2, {}},
                                  {raise, static_cast<std::uint32_t>(text.size()), 12, 1, {}}};
    python::Interpreter interpreter{{}};
    interpreter.run([&] {
        std::unique_ptr<python::Unit> unit = python::make_unit(text, "module.py", bodies);
        python::give_objects(*unit);
        for (python::Code& code : unit->codes)
            if (code.lazy) python::complete(code);
        const python::Code& generator = unit->codes[2];
        CHECK(generator.name == "count");
        CHECK(generator.is_generator);
        CHECK(generator.slots.size() == 3);
        CHECK(generator.slot_names.size() == 3);
        CHECK(generator.body.front()->where.line == 6);
        CHECK(generator.body.front()->where.column == 8);
        CHECK(unit->codes[3].body.front()->where.line == 12);
        return python::Value::none();
    });
}

TEST_CASE("a module's definitions that are made when they are needed are there for whoever looks") {
    python::InterpreterOptions options;
    python::Interpreter interpreter(std::move(options));
    interpreter.run([&] {
        python::Value seen = python::run_module_text(
            "import typing, enum, textwrap, types\n"
            "assert 'dedent' in dir(textwrap)\n"
            "assert all(type(each).__name__ != 'object' for each in vars(textwrap).values())\n"
            "assert vars(textwrap)['dedent'] is textwrap.dedent\n"
            "assert textwrap.dedent is textwrap.__dict__['dedent']\n"
            "assert {'List', 'Sequence', 'Union', 'TypeVar'} <= set(dir(typing))\n"
            "from fractions import *\n"
            "assert Fraction(1, 2) + Fraction(1, 2) == 1\n"
            "assert enum.IntFlag.__module__ == 'enum' and enum.IntFlag.__qualname__ == 'IntFlag'\n"
            "from textwrap import shorten as s, shorten as t\n"
            "assert s is t is textwrap.shorten\n"
            "del textwrap.indent\n"
            "assert not hasattr(textwrap, 'indent')\n",
            "seen.py", "seen");
        CHECK(seen.exists());
        return python::Value::none();
    });
}
