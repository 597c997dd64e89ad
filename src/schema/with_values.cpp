#include "schema/with_values.hpp"

#include "schema/build.hpp"
#include "schema/selectable.hpp"

#include <algorithm>
#include <unordered_map>

namespace limbeck::schema {

namespace {

class Replacer {
  public:
    using NamesIn = std::function<std::vector<std::string>(std::string_view)>;
    Replacer(const std::map<std::string, Value>& values, const NamesIn& names_in)
        : values_(values), names_in_(names_in) {}

    ExpressionPtr operator()(const ExpressionPtr& node) {
        if (!node) return node;
        if (auto known = known_.find(node.get()); known != known_.end()) return known->second;
        ExpressionPtr made = replaced(node);
        known_.emplace(node.get(), made);
        return made;
    }

  private:
    template <class T, class Change> ExpressionPtr copy(const ExpressionPtr& node, Change change) {
        auto made = std::make_shared<T>(as<T>(*node));
        bool different = change(*made);
        return different ? ExpressionPtr(made) : node;
    }
    // Each says whether something is another node now.
    template <class T> bool one(std::shared_ptr<const T>& child) {
        if (!child) return false;
        ExpressionPtr made = (*this)(child);
        if (made == child) return false;
        child = std::dynamic_pointer_cast<const T>(made);
        return true;
    }
    template <class T> bool each(std::vector<std::shared_ptr<const T>>& children) {
        bool different = false;
        for (auto& child : children) different = one(child) || different;
        return different;
    }
    bool each(std::vector<Assignment>& values) {
        bool different = false;
        for (Assignment& value : values) {
            different = one(value.expression) || different;
            different = one(value.target) || different;
        }
        return different;
    }
    // All of them, whatever the first ones say.
    template <class... Results> static bool any(Results... results) { return (results | ...); }

    ExpressionPtr bind(const ExpressionPtr& node) {
        auto found = values_.find(as<Bind>(*node).key.text);
        if (found == values_.end() || as<Bind>(*node).unique) return node;
        auto made = std::make_shared<Bind>(as<Bind>(*node));
        made->value = found->second;
        made->has_value = true;
        made->required = false;
        if (made->type->kind == TypeKind::null) made->type = type_of(made->value);
        return made;
    }

    // A parameter that a text names alone gets one of its own.
    bool text(Text& made) {
        bool different = each(made.binds);
        for (const std::string& name : names_in_(made.text)) {
            auto given = values_.find(name);
            bool known = std::any_of(made.binds.begin(), made.binds.end(),
                                     [&](const auto& bind) { return bind->key.text == name; });
            if (known || given == values_.end()) continue;
            made.binds.push_back(bindparam(Name(name), given->second));
            different = true;
        }
        return different;
    }

    template <class T> bool independent(T& statement) {
        bool different = each(statement.independent_ctes);
        for (const Expression*& cte : statement.ctes_here)
            if (auto found = known_.find(cte); found != known_.end()) cte = found->second.get();
        return different;
    }

    bool select_base(SelectBase& base) {
        return any(each(base.order_by), each(base.group_by), one(base.limit), one(base.offset),
                   one(base.fetch), independent(base));
    }

    bool dml(Dml& statement) { return any(each(statement.returning), independent(statement)); }

    ExpressionPtr replaced(const ExpressionPtr& node) {
        switch (node->kind) {
        case ExpressionKind::bind:
            return bind(node);
        case ExpressionKind::text:
            return copy<Text>(node, [&](Text& made) { return text(made); });
        case ExpressionKind::column:
            return copy<ColumnRef>(node, [&](ColumnRef& column) {
                return column.from && column.from->kind != ExpressionKind::table
                           ? any(one(column.from), one(column.nameless))
                           : false;
            });
        case ExpressionKind::list:
            return copy<ExpressionList>(node, [&](ExpressionList& list) { return each(list.items); });
        case ExpressionKind::unary:
            return copy<Unary>(node, [&](Unary& unary) { return one(unary.element); });
        case ExpressionKind::binary:
            return copy<Binary>(node,
                                [&](Binary& binary) { return any(one(binary.left), one(binary.right)); });
        case ExpressionKind::grouping:
            return copy<Grouping>(node, [&](Grouping& group) { return one(group.element); });
        case ExpressionKind::label:
            return copy<Label>(node, [&](Label& label) { return one(label.element); });
        case ExpressionKind::cast:
            return copy<Cast>(node, [&](Cast& cast) { return one(cast.element); });
        case ExpressionKind::type_coerce:
            return copy<TypeCoerce>(node, [&](TypeCoerce& coerce) { return one(coerce.element); });
        case ExpressionKind::case_:
            return copy<Case>(node, [&](Case& made) {
                bool different = any(one(made.value), one(made.else_));
                for (auto& [condition, result] : made.whens)
                    different = any(one(condition), one(result)) || different;
                return different;
            });
        case ExpressionKind::extract:
            return copy<Extract>(node, [&](Extract& extract) { return one(extract.element); });
        case ExpressionKind::function:
            return copy<Function>(node, [&](Function& function) { return each(function.arguments); });
        case ExpressionKind::over:
            return copy<Over>(node, [&](Over& over) {
                return any(one(over.element), each(over.partition_by), each(over.order_by));
            });
        case ExpressionKind::within_group:
            return copy<WithinGroup>(
                node, [&](WithinGroup& group) { return any(one(group.element), each(group.order_by)); });
        case ExpressionKind::filter:
            return copy<FunctionFilter>(node, [&](FunctionFilter& filter) {
                return any(one(filter.element), one(filter.criterion));
            });
        case ExpressionKind::slice:
            return copy<Slice>(
                node, [&](Slice& slice) { return any(one(slice.start), one(slice.stop), one(slice.step)); });
        case ExpressionKind::array:
            return copy<Array>(node, [&](Array& array) { return each(array.items); });
        case ExpressionKind::aggregate_order_by:
            return copy<AggregateOrderBy>(node, [&](AggregateOrderBy& ordered) {
                return any(one(ordered.element), each(ordered.order_by));
            });
        case ExpressionKind::table_valued_column:
            return copy<TableValuedColumn>(node, [&](TableValuedColumn& column) { return one(column.from); });
        case ExpressionKind::scalar_select:
            return copy<ScalarSelect>(node, [&](ScalarSelect& select) { return one(select.select); });
        case ExpressionKind::exists:
            return copy<Exists>(node, [&](Exists& exists) { return one(exists.select); });
        default:
            return rows(node);
        }
    }

    ExpressionPtr rows(const ExpressionPtr& node) {
        switch (node->kind) {
        case ExpressionKind::alias:
        case ExpressionKind::subquery:
        case ExpressionKind::lateral:
        case ExpressionKind::table_sample:
            return copy<Alias>(node, [&](Alias& alias) {
                return any(one(alias.element), one(alias.sampling), one(alias.seed));
            });
        case ExpressionKind::cte:
            return copy<Cte>(node, [&](Cte& cte) { return any(one(cte.element), one(cte.restates)); });
        case ExpressionKind::join:
            return copy<Join>(node,
                              [&](Join& join) { return any(one(join.left), one(join.right), one(join.on)); });
        case ExpressionKind::values:
            return copy<Values>(node, [&](Values& values) {
                bool different = false;
                for (auto& chunk : values.data)
                    for (auto& row : chunk) different = each(row) || different;
                return different;
            });
        case ExpressionKind::table_valued:
            return copy<TableValued>(node, [&](TableValued& valued) { return one(valued.element); });
        case ExpressionKind::textual_select:
            return copy<TextualSelect>(
                node, [&](TextualSelect& textual) { return any(one(textual.element), each(textual.ctes)); });
        case ExpressionKind::select:
            return copy<Select>(node, [&](Select& select) {
                bool different =
                    any(each(select.columns), each(select.froms), each(select.where), each(select.having),
                        each(select.distinct_on), each(select.prefix_expressions), select_base(select));
                if (select.correlate) different = each(*select.correlate) || different;
                if (select.correlate_except) different = each(*select.correlate_except) || different;
                for (Hint& hint : select.hints) different = one(hint.from) || different;
                return different;
            });
        case ExpressionKind::compound_select:
            return copy<CompoundSelect>(node, [&](CompoundSelect& compound) {
                return any(each(compound.selects), select_base(compound));
            });
        case ExpressionKind::insert:
            return copy<Insert>(node, [&](Insert& insert) {
                bool different = any(each(insert.values), one(insert.select), dml(insert));
                for (auto& row : insert.multi_values) different = each(row) || different;
                if (insert.on_conflict)
                    different = any(each(insert.on_conflict->set), one(insert.on_conflict->elements_where),
                                    one(insert.on_conflict->update_where)) ||
                                different;
                return different;
            });
        case ExpressionKind::update:
            return copy<Update>(node, [&](Update& update) {
                return any(each(update.values), each(update.ordered_values), each(update.where), dml(update));
            });
        case ExpressionKind::delete_:
            return copy<Delete>(
                node, [&](Delete& statement) { return any(each(statement.where), dml(statement)); });
        default:
            return node;
        }
    }

    const std::map<std::string, Value>& values_;
    const NamesIn& names_in_;
    std::unordered_map<const Expression*, ExpressionPtr> known_;
};

} // namespace

ExpressionPtr with_values(const ExpressionPtr& node, const std::map<std::string, Value>& values,
                          const std::function<std::vector<std::string>(std::string_view)>& names_in) {
    return Replacer(values, names_in)(node);
}

} // namespace limbeck::schema
