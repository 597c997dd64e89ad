#include "python/interpreter.hpp"
#include "python/operations.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace limbeck;

TEST_CASE("interned names are one object each, however many there are") {
    python::Interpreter interpreter({});
    interpreter.run([&] {
        std::vector<python::Str*> first;
        for (int n = 0; n < 20000; ++n) first.push_back(python::intern("name_" + std::to_string(n)));
        bool same = true;
        for (int n = 0; n < 20000; ++n)
            same = same && python::intern("name_" + std::to_string(n)) == first[n];
        CHECK(same);
        CHECK(first[7]->text == "name_7");
        CHECK(python::intern("") == python::intern(std::string_view("x").substr(1)));
        CHECK(python::intern("") == python::intern(std::string_view()));
        CHECK(python::intern(std::string_view("a\0b", 3)) != python::intern("a"));
        return python::Value::none();
    });
}
