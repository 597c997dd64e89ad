#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "support/text.hpp"

namespace limbeck::schema {

namespace {

ExpressionPtr expression_of(const Operand& operand, const std::string& name = "param",
                            TypePtr type = nullptr) {
    if (operand.expression) {
        ExpressionKind kind = operand.expression->kind;
        if (kind == ExpressionKind::select || kind == ExpressionKind::compound_select)
            return scalar_subquery(operand.expression);
        return operand.expression;
    }
    if (operand.value.is_null() && !type) return std::make_shared<Null>();
    auto made = std::make_shared<Bind>();
    made->key = Name(name);
    made->unique = true;
    made->type = type ? type : type_of(operand.value);
    made->value = operand.value;
    return made;
}

enum class ResultType { own, first_argument, boolean, integer, datetime, date, time, string, numeric, array };

struct Generic {
    std::string_view name;
    ResultType result;
    bool ansi = false; // no parentheses without arguments
};

// The functions that SQLAlchemy knows by class.
const Generic* generic(std::string_view name) {
    static const Generic known[] = {
        {"aggregate_strings", ResultType::string},
        {"array_agg", ResultType::array},
        {"char_length", ResultType::integer},
        {"coalesce", ResultType::first_argument},
        {"concat", ResultType::string},
        {"count", ResultType::integer},
        {"cube", ResultType::own},
        {"cume_dist", ResultType::numeric},
        {"current_date", ResultType::date, true},
        {"current_time", ResultType::time, true},
        {"current_timestamp", ResultType::datetime, true},
        {"current_user", ResultType::string, true},
        {"dense_rank", ResultType::integer},
        {"grouping_sets", ResultType::own},
        {"localtime", ResultType::datetime, true},
        {"localtimestamp", ResultType::datetime, true},
        {"max", ResultType::first_argument},
        {"min", ResultType::first_argument},
        {"now", ResultType::datetime},
        {"percent_rank", ResultType::numeric},
        {"random", ResultType::own},
        {"rank", ResultType::integer},
        {"rollup", ResultType::own},
        {"session_user", ResultType::string, true},
        {"sum", ResultType::first_argument},
        {"sysdate", ResultType::datetime, true},
        {"user", ResultType::string, true},
    };
    for (const Generic& entry : known)
        if (entry.name == name) return &entry;
    return nullptr;
}

TypePtr result_type(ResultType result, const std::vector<ExpressionPtr>& arguments) {
    switch (result) {
    case ResultType::own:
        return null_type();
    case ResultType::first_argument:
        for (const ExpressionPtr& argument : arguments)
            if (argument->type->kind != TypeKind::null) return argument->type;
        return null_type();
    case ResultType::boolean:
        return boolean_type();
    case ResultType::integer:
        return integer_type();
    case ResultType::datetime:
        return make_type(TypeKind::datetime);
    case ResultType::date:
        return make_type(TypeKind::date);
    case ResultType::time:
        return make_type(TypeKind::time);
    case ResultType::string:
        return string_type();
    case ResultType::numeric:
        return make_type(TypeKind::numeric);
    case ResultType::array: {
        auto type = make_type(TypeKind::ARRAY);
        type->item = arguments.empty() ? null_type() : arguments.front()->type;
        type->dimensions = 1;
        return type;
    }
    }
    return null_type();
}

} // namespace

std::shared_ptr<Bind> bindparam(Name key, std::optional<Value> value, TypePtr type, bool unique,
                                bool expanding) {
    auto made = std::make_shared<Bind>();
    made->key = std::move(key);
    made->unique = unique;
    made->expanding = expanding;
    made->has_value = value.has_value();
    made->required = !value;
    if (value) {
        made->type = type ? type : type_of(*value);
        made->value = std::move(*value);
    } else if (type) {
        made->type = type;
    }
    return made;
}

ExpressionPtr inline_literal(Value value, TypePtr type) {
    auto made = std::make_shared<Bind>();
    made->key = Name("param");
    made->unique = true;
    made->always_literal = true;
    made->type = type ? std::move(type) : type_of(value);
    made->value = std::move(value);
    return made;
}

std::shared_ptr<const ColumnRef> column(Name name, TypePtr type, bool literal, FromPtr from) {
    auto made = std::make_shared<ColumnRef>();
    made->key = name.text;
    made->name = std::move(name);
    made->literal = literal;
    made->from = std::move(from);
    if (type) made->type = std::move(type);
    return made;
}

std::shared_ptr<const ColumnRef> literal_column(std::string text, TypePtr type) {
    return column(Name(std::move(text)), std::move(type), true);
}

std::shared_ptr<const Text> text(std::string sql) {
    return std::make_shared<Text>(std::move(sql));
}

TablePtr light_table(Name name, const std::vector<std::shared_ptr<const ColumnRef>>& columns,
                     std::optional<Name> schema) {
    auto table = std::make_shared<Table>();
    table->light = true;
    table->name = std::move(name);
    table->schema = std::move(schema);
    for (const auto& given : columns) {
        auto made = std::make_shared<Column>();
        made->name = given->name;
        made->key = given->key;
        made->type = given->type;
        table->append(made);
    }
    return table;
}

ExpressionPtr cast(const Operand& element, TypePtr type, bool try_cast) {
    auto made = std::make_shared<Cast>();
    made->try_cast = try_cast;
    made->element = expression_of(element, "param", element.value.is_null() ? nullptr : type);
    made->type = std::move(type);
    return made;
}

ExpressionPtr type_coerce(const Operand& element, TypePtr type) {
    auto made = std::make_shared<TypeCoerce>();
    ExpressionPtr inner = expression_of(element, "param", type);
    if (auto* bind = get_if<Bind>(*inner)) {
        auto changed = std::make_shared<Bind>(*bind);
        changed->type = type;
        inner = changed;
    }
    made->element = inner;
    made->type = std::move(type);
    return made;
}

ExpressionPtr case_of(const std::vector<std::pair<Operand, Operand>>& whens,
                      const std::optional<Operand>& else_, const ExpressionPtr& value) {
    auto made = std::make_shared<Case>();
    made->value = value;
    for (const auto& [condition, result] : whens) {
        ExpressionPtr when = expression_of(condition);
        made->whens.emplace_back(self_group(when), expression_of(result));
    }
    if (else_) made->else_ = expression_of(*else_);
    for (auto when = made->whens.rbegin(); when != made->whens.rend(); ++when)
        if (when->second->type->kind != TypeKind::null) {
            made->type = when->second->type;
            break;
        }
    return made;
}

ExpressionPtr function(const std::string& name, const std::vector<Operand>& arguments, TypePtr type,
                       const std::vector<Name>& packages) {
    auto made = std::make_shared<Function>();
    made->packages = packages;
    made->name = Name(name);
    const Generic* known = packages.empty() ? generic(text::to_lower(name)) : nullptr;
    if (known) made->name = Name(known->name);
    for (const Operand& argument : arguments)
        made->arguments.push_back(self_group(expression_of(argument, made->name.text), Operator::comma));
    if (known) {
        made->generic = true;
        made->parenthesised = !known->ansi || !arguments.empty();
        made->type = result_type(known->result, made->arguments);
        if (known->name == "count" && arguments.empty()) made->arguments.push_back(literal_column("*"));
    }
    if (type) made->type = std::move(type);
    return made;
}

ExpressionPtr label(std::optional<Name> name, const ExpressionPtr& element) {
    auto made = std::make_shared<Label>();
    ExpressionPtr inner = element;
    while (auto* nested = get_if<Label>(*inner)) inner = nested->element;
    if (inner->kind == ExpressionKind::select || inner->kind == ExpressionKind::compound_select)
        inner = scalar_subquery(inner);
    made->name = std::move(name);
    made->element = self_group(inner, Operator::as_);
    made->type = inner->type;
    return made;
}

ExpressionPtr tuple_of(const std::vector<Operand>& items, const std::vector<TypePtr>& types) {
    auto made = std::make_shared<ExpressionList>();
    auto type = make_type(TypeKind::tuple);
    made->is_tuple = true;
    for (std::size_t i = 0; i < items.size(); ++i) {
        made->items.push_back(expression_of(items[i], "param", i < types.size() ? types[i] : nullptr));
        type->types.push_back(made->items.back()->type);
    }
    made->type = type;
    return made;
}

ExpressionPtr array_of(const std::vector<Operand>& items, TypePtr item_type) {
    auto made = std::make_shared<Array>();
    auto type = make_type(TypeKind::ARRAY);
    for (const Operand& item : items)
        made->items.push_back(
            self_group(expression_of(item, "param", item.expression ? nullptr : item_type), Operator::comma));
    bool nested = !made->items.empty() && made->items.front()->kind == ExpressionKind::array;
    if (nested) {
        const Type& inner = *made->items.front()->type;
        type->item = item_type ? item_type : inner.item;
        type->dimensions = inner.dimensions.value_or(1) + 1;
    } else {
        type->item = item_type ? item_type : made->items.empty() ? null_type() : made->items.front()->type;
        type->dimensions = 1;
    }
    made->type = type;
    return made;
}

ExpressionPtr extract(std::string field, const ExpressionPtr& element) {
    auto made = std::make_shared<Extract>();
    made->field = std::move(field);
    made->element = element;
    made->type = integer_type();
    return made;
}

ExpressionPtr exists(const ExpressionPtr& select) {
    auto made = std::make_shared<Exists>();
    made->select = select;
    return made;
}

ExpressionPtr scalar_subquery(const ExpressionPtr& select) {
    auto made = std::make_shared<ScalarSelect>();
    made->select = select;
    const SelectBase* first = get_if<Select>(*select);
    if (auto* compound = get_if<CompoundSelect>(*select)) {
        ExpressionPtr inner = compound->selects.front();
        while (auto* group = get_if<Grouping>(*inner)) inner = group->element;
        first = get_if<Select>(*inner);
    }
    if (auto* plain = dynamic_cast<const Select*>(first); plain && !plain->columns.empty())
        made->type = plain->columns.front()->type;
    return made;
}

ExpressionPtr aggregate_order_by(const ExpressionPtr& element, const std::vector<ExpressionPtr>& order_by) {
    auto made = std::make_shared<AggregateOrderBy>();
    made->element = element;
    made->order_by = order_by;
    made->type = element->type;
    return made;
}

ExpressionPtr over(const ExpressionPtr& element, const std::vector<ExpressionPtr>& partition_by,
                   const std::vector<ExpressionPtr>& order_by) {
    auto made = std::make_shared<Over>();
    made->element = element;
    made->partition_by = partition_by;
    made->order_by = order_by;
    made->type = element->type;
    return made;
}

ExpressionPtr within_group(const ExpressionPtr& element, const std::vector<ExpressionPtr>& order_by) {
    auto made = std::make_shared<WithinGroup>();
    made->element = element;
    made->order_by = order_by;
    // A percentile is one of what is in the group.
    auto* function = get_if<Function>(*element);
    bool chosen = function && function->packages.empty() && !order_by.empty() &&
                  (function->name.text == "percentile_cont" || function->name.text == "percentile_disc" ||
                   function->name.text == "mode");
    made->type = chosen ? order_by.front()->type : element->type;
    return made;
}

ExpressionPtr filter(const ExpressionPtr& element, const std::vector<ExpressionPtr>& criteria) {
    auto made = std::make_shared<FunctionFilter>();
    made->element = element;
    made->criterion = criteria.size() == 1 ? criteria.front() : and_of(criteria);
    made->type = element->type;
    return made;
}

FromPtr alias(const FromPtr& element, std::optional<Name> name) {
    auto made = std::make_shared<Alias>(ExpressionKind::alias);
    made->element = element;
    made->name = std::move(name);
    return made;
}

FromPtr subquery(const ExpressionPtr& select, std::optional<Name> name, bool lateral) {
    auto made = std::make_shared<Alias>(lateral ? ExpressionKind::lateral : ExpressionKind::subquery);
    made->element = select;
    made->name = std::move(name);
    return made;
}

std::shared_ptr<const Cte> cte(const ExpressionPtr& statement, std::optional<Name> name, bool recursive) {
    auto made = std::make_shared<Cte>();
    made->element = statement;
    made->name = std::move(name);
    made->recursive = recursive;
    return made;
}

ExpressionPtr compound(SetOperator op, const std::vector<ExpressionPtr>& selects) {
    auto made = std::make_shared<CompoundSelect>();
    made->op = op;
    for (const ExpressionPtr& select : selects) {
        auto* base = dynamic_cast<const SelectBase*>(select.get());
        bool bare = base && base->kind == ExpressionKind::select && base->order_by.empty() && !base->limit &&
                    !base->offset && !base->fetch;
        made->selects.push_back(bare || !base ? select : self_group(select));
    }
    return made;
}

namespace {

// A row source of a join, its columns, and the tables that they come from: a subquery's are those of what it
// selects.
struct JoinSide {
    explicit JoinSide(const FromPtr& source) : from(source) {
        if (auto table = std::dynamic_pointer_cast<const Table>(source)) {
            tables.push_back(table.get());
            return;
        }
        columns = columns_of(source);
        for (const auto& column : columns) {
            const Table* table = column->column ? column->column->table : nullptr;
            if (table && std::find(tables.begin(), tables.end(), table) == tables.end())
                tables.push_back(table);
        }
    }
    // The column of one of its tables as this row source gives it; null where it does not.
    ExpressionPtr column(const Table& table, const std::string& name) const {
        ColumnPtr wanted = table.find_pointer(name);
        if (!wanted) return nullptr;
        if (from.get() == &table) return column_ref(std::static_pointer_cast<const Table>(from), wanted);
        for (const auto& known : columns)
            if (known->column == wanted) return known;
        return nullptr;
    }

    FromPtr from;
    std::vector<std::shared_ptr<const ColumnRef>> columns;
    std::vector<const Table*> tables;
};

void collect_sides(const FromPtr& from, std::vector<JoinSide>& found) {
    if (auto* join_of = dynamic_cast<const Join*>(from.get())) {
        collect_sides(join_of->left, found);
        collect_sides(join_of->right, found);
    } else {
        found.emplace_back(from);
    }
}

std::string described(const FromPtr& from) {
    if (auto* table = dynamic_cast<const Table*>(from.get())) return table->full_name();
    if (auto* alias = dynamic_cast<const Alias*>(from.get()); alias && alias->name) return alias->name->text;
    if (auto* cte = dynamic_cast<const Cte*>(from.get()); cte && cte->name) return cte->name->text;
    if (auto* join_of = dynamic_cast<const Join*>(from.get()))
        return "Join object on " + described(join_of->left) + " and " + described(join_of->right);
    return "join";
}

bool names(const Constraint& key, const Table& table) {
    return key.referred_table == table.name &&
           (key.referred_schema ? key.referred_schema->text : "") == (table.schema ? table.schema->text : "");
}

// The conditions by which `a` refers to `b`.
void collect_references(const JoinSide& a, const JoinSide& b, std::vector<ExpressionPtr>& found,
                        bool reversed) {
    for (const Table* own_table : a.tables)
        for (const ConstraintPtr& constraint : own_table->constraints) {
            if (constraint->kind != ConstraintKind::foreign_key) continue;
            for (const Table* other_table : b.tables) {
                if (!names(*constraint, *other_table)) continue;
                std::vector<ExpressionPtr> pairs;
                for (std::size_t i = 0;
                     i < constraint->columns.size() && i < constraint->referred_columns.size(); ++i) {
                    ExpressionPtr local = a.column(*own_table, constraint->columns[i].text);
                    ExpressionPtr referred = b.column(*other_table, constraint->referred_columns[i].text);
                    if (!local || !referred) continue;
                    pairs.push_back(operate(Operator::eq, reversed ? local : referred,
                                            Operand(reversed ? referred : local)));
                }
                if (!pairs.empty()) found.push_back(pairs.size() == 1 ? pairs.front() : and_of(pairs));
            }
        }
}

} // namespace

FromPtr join(const FromPtr& left, const FromPtr& right, ExpressionPtr on, bool outer, bool full) {
    auto made = std::make_shared<Join>();
    made->left = left;
    made->right = right;
    made->outer = outer;
    made->full = full;
    if (!on) {
        std::vector<JoinSide> lefts, rights;
        collect_sides(left, lefts);
        collect_sides(right, rights);
        std::vector<ExpressionPtr> ways;
        for (auto a = lefts.rbegin(); a != lefts.rend() && ways.empty(); ++a)
            for (const auto& b : rights) {
                collect_references(b, *a, ways, false);
                if (a->from != b.from) collect_references(*a, b, ways, false);
            }
        if (ways.empty())
            throw NoForeignKeysError(
                fmt::format("Can't find any foreign key relationships between '{}' and '{}'.",
                            described(left), described(right)));
        if (ways.size() > 1)
            throw AmbiguousForeignKeysError(
                fmt::format("Can't determine join between '{}' and '{}'; tables have more than one "
                            "foreign key constraint relationship between them. Please specify the "
                            "'onclause' of this join explicitly.",
                            described(left), described(right)));
        on = ways.front();
    }
    made->on = self_group(on, Operator::asbool);
    return made;
}

} // namespace limbeck::schema
