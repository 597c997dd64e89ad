#include "sql/row_sources.hpp"

#include "schema/table.hpp"

#include <algorithm>

namespace limbeck::sql {

using schema::as;
using schema::ExpressionKind;

void collect_froms(const schema::Expression& e, std::vector<const schema::Expression*>& found) {
    auto add = [&found](const schema::Expression* from) {
        if (from && std::find(found.begin(), found.end(), from) == found.end()) found.push_back(from);
    };
    auto each = [&found](const std::vector<schema::ExpressionPtr>& items) {
        for (const auto& item : items) collect_froms(*item, found);
    };
    auto part = [&found](const schema::ExpressionPtr& item) {
        if (item) collect_froms(*item, found);
    };
    switch (e.kind) {
    case ExpressionKind::column:
        add(as<schema::ColumnRef>(e).from.get());
        break;
    case ExpressionKind::table_valued_column:
        add(as<schema::TableValuedColumn>(e).from.get());
        break;
    case ExpressionKind::list:
        each(as<schema::ExpressionList>(e).items);
        break;
    case ExpressionKind::unary:
        part(as<schema::Unary>(e).element);
        break;
    case ExpressionKind::binary:
        part(as<schema::Binary>(e).left);
        part(as<schema::Binary>(e).right);
        break;
    case ExpressionKind::grouping:
        part(as<schema::Grouping>(e).element);
        break;
    case ExpressionKind::label:
        part(as<schema::Label>(e).element);
        break;
    case ExpressionKind::cast:
        part(as<schema::Cast>(e).element);
        break;
    case ExpressionKind::type_coerce:
        part(as<schema::TypeCoerce>(e).element);
        break;
    case ExpressionKind::case_: {
        auto& case_of = as<schema::Case>(e);
        part(case_of.value);
        for (const auto& [condition, result] : case_of.whens) {
            part(condition);
            part(result);
        }
        part(case_of.else_);
        break;
    }
    case ExpressionKind::extract:
        part(as<schema::Extract>(e).element);
        break;
    case ExpressionKind::function:
        each(as<schema::Function>(e).arguments);
        break;
    case ExpressionKind::over: {
        auto& over = as<schema::Over>(e);
        part(over.element);
        each(over.partition_by);
        each(over.order_by);
        break;
    }
    case ExpressionKind::within_group:
        part(as<schema::WithinGroup>(e).element);
        each(as<schema::WithinGroup>(e).order_by);
        break;
    case ExpressionKind::filter:
        part(as<schema::FunctionFilter>(e).element);
        part(as<schema::FunctionFilter>(e).criterion);
        break;
    case ExpressionKind::slice:
        part(as<schema::Slice>(e).start);
        part(as<schema::Slice>(e).stop);
        break;
    case ExpressionKind::array:
        each(as<schema::Array>(e).items);
        break;
    case ExpressionKind::aggregate_order_by:
        part(as<schema::AggregateOrderBy>(e).element);
        each(as<schema::AggregateOrderBy>(e).order_by);
        break;
    case ExpressionKind::custom:
        for (const auto& from : as<schema::CustomExpression>(e).froms) add(from.get());
        each(as<schema::CustomExpression>(e).parts);
        break;
    case ExpressionKind::join:
        add(&e);
        collect_froms(*as<schema::Join>(e).left, found);
        collect_froms(*as<schema::Join>(e).right, found);
        break;
    case ExpressionKind::table:
    case ExpressionKind::alias:
    case ExpressionKind::subquery:
    case ExpressionKind::cte:
    case ExpressionKind::lateral:
    case ExpressionKind::table_sample:
    case ExpressionKind::values:
    case ExpressionKind::table_valued:
        add(&e);
        break;
    default:
        break;
    }
}

} // namespace limbeck::sql
