// The Insert of PostgreSQL's and SQLite's dialects: ON CONFLICT.
#include "python/class.hpp"
#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sql/compiler.hpp"
#include "sql/dialect.hpp"
#include "sqlalchemy/column_collection.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/expressions/generative.hpp"
#include "sqlalchemy/expressions/populate.hpp"

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

namespace py = python;
using py::Call;
using py::ClassBuilder;
using py::Value;
using schema::ExpressionPtr;
using schema::OnConflict;

namespace {

std::vector<ExpressionPtr> column_elements(const std::vector<schema::Name>& names) {
    std::vector<ExpressionPtr> made;
    for (const schema::Name& name : names) made.push_back(schema::column(name));
    return made;
}

ExpressionPtr target_element(const Value& value) {
    if (py::is_str(value)) return schema::column(to_name(value));
    if (ExpressionPtr node = to_expression_if(value)) return node;
    raise_expected("Column expression or string key for an ON CONFLICT clause", value);
}

// A constraint or an index as the target: by its name where it has one, else by what it is made of.
void set_constraint(OnConflict& conflict, const Value& given) {
    if (py::is_str(given)) {
        conflict.constraint = to_name(given);
        return;
    }
    if (schema::IndexPtr index = to_index_if(given)) {
        std::vector<ExpressionPtr> elements;
        for (const Value& element : py::to_vector(py::get_attribute(given, "expressions")))
            elements.push_back(target_element(element));
        conflict.elements = std::move(elements);
        if (const schema::Option* where = index->options.find("postgresql_where"))
            conflict.elements_where = where->expression;
        return;
    }
    if (schema::ConstraintPtr constraint = to_constraint_if(given)) {
        if (constraint->name)
            conflict.constraint = *constraint->name;
        else
            conflict.elements = column_elements(constraint->columns);
        return;
    }
    raise_expected("Constraint, Index or name of a constraint", given);
}

void set_target(OnConflict& conflict, const Value& constraint, const Value& elements, const Value& where) {
    bool has_constraint = constraint.exists() && !constraint.is_none();
    bool has_elements = elements.exists() && !elements.is_none();
    if (has_constraint && has_elements)
        py::raise(py::Exc::ValueError, "'constraint' and 'index_elements' are mutually exclusive");
    if (has_constraint) set_constraint(conflict, constraint);
    if (has_elements) {
        std::vector<ExpressionPtr> targets;
        for (const Value& element : py::to_vector(elements)) targets.push_back(target_element(element));
        conflict.elements = std::move(targets);
    }
    if (where.exists() && !where.is_none()) conflict.elements_where = to_condition(where);
}

void set_update(OnConflict& conflict, const schema::FromPtr& table, const Value& given, const Value& where) {
    conflict.update = true;
    if (py::as<py::Dict>(given)) {
        if (py::length(given) == 0)
            py::raise(py::Exc::ValueError, "set parameter dictionary must not be empty");
    } else if (!py::state_if<CollectionState>(given)) {
        py::raise(py::Exc::ValueError,
                  "set parameter must be a non-empty dictionary or a ColumnCollection such as the `.c.` "
                  "collection of a Table object");
    }
    conflict.set = to_assignments(given, table);
    if (where.exists() && !where.is_none()) conflict.update_where = to_condition(where);
}

// SQLite knows no constraint by its name here.
void refuse_constraint(const Call& call, std::string_view method) {
    if (call.has(1) && !is_element(call[0], Element::PostgresqlInsert))
        py::raise(py::Exc::TypeError,
                  fmt::format("Insert.{}() got an unexpected keyword argument 'constraint'", method));
}

void refuse_second(const schema::Insert& insert) {
    if (insert.on_conflict)
        throw schema::InvalidRequestError(
            "This Insert construct already has an ON CONFLICT clause established");
}

} // namespace

void populate_conflict_insert(ClassBuilder& type) {
    type.property("excluded", [](Call& call) {
        const auto& insert = node_as<schema::Insert>(call[0]);
        return make_collection(schema::alias(insert.table, schema::Name("excluded")));
    });
    // Printed as the dialect writes it.
    type.method("__str__(self)", [](Call& call) {
        bool postgresql = is_element(call[0], Element::PostgresqlInsert);
        return py::make_str(
            sql::compile(*node_of(call[0]), postgresql ? sql::postgresql_dialect() : sql::sqlite_dialect())
                .text);
    });
    type.method("on_conflict_do_nothing(self, constraint=None, index_elements=None, index_where=None)",
                generative<schema::Insert>([](schema::Insert& insert, Call& call) {
                    refuse_second(insert);
                    refuse_constraint(call, "on_conflict_do_nothing");
                    OnConflict conflict;
                    set_target(conflict, call[1], call[2], call[3]);
                    insert.on_conflict = std::move(conflict);
                }));
    type.method("on_conflict_do_update(self, constraint=None, index_elements=None, index_where=None, "
                "set_=None, where=None)",
                generative<schema::Insert>([](schema::Insert& insert, Call& call) {
                    refuse_second(insert);
                    refuse_constraint(call, "on_conflict_do_update");
                    OnConflict conflict;
                    set_target(conflict, call[1], call[2], call[3]);
                    // SQLite can do without a target, PostgreSQL cannot.
                    if (!conflict.constraint && !conflict.elements &&
                        is_element(call[0], Element::PostgresqlInsert))
                        py::raise(py::Exc::ValueError, "Either constraint or index_elements, but not both, "
                                                       "must be specified unless DO NOTHING");
                    set_update(conflict, insert.table, call[4], call[5]);
                    insert.on_conflict = std::move(conflict);
                }));
}

} // namespace limbeck::sqlalchemy
