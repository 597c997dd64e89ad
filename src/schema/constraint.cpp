#include "schema/constraint.hpp"

#include <atomic>

namespace limbeck::schema {

namespace {

std::uint64_t next_creation_order() {
    static std::atomic<std::uint64_t> counter = 0;
    return ++counter;
}

} // namespace

std::string_view class_name(ConstraintKind kind) {
    switch (kind) {
    case ConstraintKind::primary_key:
        return "PrimaryKeyConstraint";
    case ConstraintKind::foreign_key:
        return "ForeignKeyConstraint";
    case ConstraintKind::unique:
        return "UniqueConstraint";
    case ConstraintKind::check:
        return "CheckConstraint";
    case ConstraintKind::exclude:
        return "ExcludeConstraint";
    case ConstraintKind::generic:
        break;
    }
    return "Constraint";
}

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
