#include "schema/constraint.hpp"

#include <atomic>

namespace limbeck::schema {

namespace {

std::uint64_t next_creation_order() {
    static std::atomic<std::uint64_t> counter = 0;
    return ++counter;
}

} // namespace

Constraint::Constraint(ConstraintKind k) : kind(k), creation_order(next_creation_order()) {}

ConstraintPtr copy(const Constraint& constraint) {
    auto made = std::make_shared<Constraint>(constraint);
    made->creation_order = next_creation_order();
    made->table = nullptr;
    return made;
}

ColumnPtr copy(const Column& column) {
    auto made = std::make_shared<Column>(column);
    made->table = nullptr;
    made->constraints.clear();
    for (const auto& constraint : column.constraints) made->constraints.push_back(copy(*constraint));
    return made;
}

} // namespace limbeck::schema
