// What statements share: each method gives a changed copy of the same class.
#pragma once

#include "python/binding.hpp"
#include "sqlalchemy/expressions/coercion.hpp"

#include <functional>

namespace limbeck::sqlalchemy {

// An object of the same class around another node.
python::Value again(const python::Value& self, schema::ExpressionPtr node);

// A mapped class, or an alias of one.
bool is_entity(const python::Value& value);

// Notes what a SELECT was given (SelectableState::entities), which again() passes on. `added`: these as well
// as those it has.
void note_entities(const python::Value& select, const std::vector<python::Value>& given, bool added = false);

// Throws where execution options have what limbeck does not do (schema_translate_map).
void refuse_translation(const python::Value& options);

// A method whose body changes a copy of the statement: change(copy, call).
template <class T, class Change> python::NativeBody generative(Change change) {
    return [change](python::Call& call) {
        auto made = copy_of<T>(call.self());
        change(*made, call);
        return again(call.self(), made);
    };
}

// The collection of a row source's columns (`.c`), made once per object.
python::Value columns_collection(const python::Value& from);
// Columns of something without an object of its own.
python::Value make_collection(const schema::FromPtr& from);
// The key a column has in `.c`.
std::string column_key(const schema::ColumnRef& column);

// "prefix" and the dialect it is for, of prefix_with() and suffix_with().
using Words = std::vector<std::pair<std::string, std::string>>;
void add_words(Words& words, const std::vector<python::Value>& given, const python::Value& dialect);

schema::ExpressionPtr make_join(const schema::FromPtr& left, const python::Value& right,
                                const python::Value& on, bool outer, bool full);
schema::ExpressionPtr compound_of(schema::SetOperator op, const std::vector<python::Value>& selects);
schema::ExpressionPtr make_select(const std::vector<python::Value>& columns);
// cte() of anything that gives rows.
schema::ExpressionPtr make_cte(const schema::ExpressionPtr& element, const python::Value& name,
                               bool recursive, bool nesting);

// exists(), exists(select), exists(column, …).
schema::ExpressionPtr make_exists(const std::vector<python::Value>& arguments);
// What a SELECT or text().columns() names as its columns.
std::vector<schema::ExpressionPtr> columns_named(const schema::Expression& statement);
// filter_by(name=value, …) against the columns of `from`.
std::vector<schema::ExpressionPtr> filter_by_conditions(const schema::FromPtr& from,
                                                        const python::Value& keywords);
// LABEL_STYLE_TABLENAME_PLUS_COL.
bool is_table_label_style(const python::Value& style);

// A copy of the INSERT, UPDATE or DELETE behind `value`.
std::shared_ptr<schema::Dml> copy_dml(const python::Value& value);
// What values(), set_= and the like give: names or columns with values or SQL. A sequence of plain values
// follows the table's columns.
std::vector<schema::Assignment> to_assignments(const python::Value& given, const schema::FromPtr& table);
schema::Assignment to_assignment(const python::Value& key, const python::Value& value);

} // namespace limbeck::sqlalchemy
