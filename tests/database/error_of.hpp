// The error that some work ends with.
#pragma once

#include "database/database_error.hpp"

#include <doctest/doctest.h>

#include <functional>

namespace limbeck::tests {

template <class Kind = database::DatabaseError> Kind error_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const Kind& error) {
        return error;
    }
    FAIL("no such error was thrown");
    return Kind(database::Report{});
}

} // namespace limbeck::tests
