// Several interpreters on one thread: which of them is at work.
#include "python/interpreter.hpp"
#include "python/operations.hpp"

#include <doctest/doctest.h>

#include <memory>

using namespace limbeck;

namespace {

std::unique_ptr<python::Interpreter> make(std::string& out) {
    python::InterpreterOptions options;
    options.print = [&out](std::string_view text) { out += text; };
    return std::make_unique<python::Interpreter>(std::move(options));
}

} // namespace

TEST_CASE("interpreters: one that is made while another's script runs leaves that at work") {
    std::string first_out, second_out;
    std::unique_ptr<python::Interpreter> second;
    auto first = make(first_out);
    first->run([&] {
        second = make(second_out);
        second->run_text("class Thing:\n    pass\nprint('second')\n", "second.py", "");
        CHECK(&python::Interpreter::current() == first.get());
        return first->run_text("print('first', [1].copy(), {'a': 1}.keys())\n", "first.py", "");
    });
    CHECK(first_out == "first [1] dict_keys(['a'])\n");
    CHECK(second_out == "second\n");
    // They end in the order in which they began: what is left still works.
    first.reset();
    second->run_text("print(sorted({3, 1, 2}))\n", "again.py", "");
    CHECK(second_out == "second\n[1, 2, 3]\n");
    second.reset();
    std::string third_out;
    auto third = make(third_out);
    third->run_text("print('third')\n", "third.py", "");
    CHECK(third_out == "third\n");
}
