// match: patterns of every kind.
#include "python/evaluate.hpp"
#include "python/unresolved.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

bool matches_pattern(Frame& frame, const ast::Pattern& pattern, const Value& subject);

// Whether a class of this name of collections.abc is among the bases of an instance's class.
bool is_registered(const Value& value, std::string_view name) {
    for (const Class* each : class_of(value)->mro) {
        if (each->name == name && each->module == "collections.abc") return true;
        if (name == "Sequence" && each->name == "deque" && each->module == "collections") return true;
    }
    return false;
}

bool is_sequence(const Value& value) {
    if (as<List>(value) || as<Tuple>(value) || as<Range>(value)) return true;
    return as<Instance>(value) && is_registered(value, "Sequence");
}

bool is_mapping(const Value& value) {
    return as<Dict>(value) || (as<Instance>(value) && is_registered(value, "Mapping"));
}

bool match_sequence(Frame& frame, const ast::MatchSequence& node, const Value& subject) {
    if (!is_sequence(subject)) return false;
    std::size_t star = node.patterns.size();
    for (std::size_t at = 0; at < node.patterns.size(); ++at)
        if (node.patterns[at]->kind == ast::PatternKind::MatchStar) star = at;
    bool starred = star < node.patterns.size();
    std::size_t fixed = node.patterns.size() - (starred ? 1 : 0);
    std::size_t size = length(subject);
    if (starred ? size < fixed : size != fixed) return false;
    std::vector<Value> items = to_vector(subject);
    std::size_t extra = size - fixed, from = 0;
    for (std::size_t at = 0; at < node.patterns.size(); ++at) {
        if (at != star) {
            if (!matches_pattern(frame, *node.patterns[at], items[from++])) return false;
            continue;
        }
        auto& capture = ast::as<ast::MatchStar>(*node.patterns[at]);
        auto first = items.begin() + static_cast<std::ptrdiff_t>(from);
        from += extra;
        if (capture.name)
            store(frame, static_cast<Access>(capture.access), capture.slot, capture.name,
                  make_list({first, first + static_cast<std::ptrdiff_t>(extra)}));
    }
    return true;
}

bool match_mapping(Frame& frame, const ast::MatchMapping& node, const Value& subject) {
    if (!is_mapping(subject)) return false;
    if (length(subject) < node.keys.size()) return false;
    std::vector<Value> keys, values;
    for (ast::Expression* expression : node.keys) {
        Value key = evaluate(frame, expression);
        for (const Value& seen : keys)
            if (equal(seen, key))
                raise(Exc::ValueError,
                      fmt::format("mapping pattern checks duplicate key ({})", to_repr(key)));
        Value value;
        if (Dict* dict = as<Dict>(subject)) {
            const Value* found = dict->table.find(key);
            if (!found) return false;
            value = *found;
        } else {
            Value missing = make_tuple({Value::none(), Value::integer(0)});
            value = call_method(subject, "get", {key, missing});
            if (value.is(missing)) return false;
        }
        keys.push_back(key);
        values.push_back(value);
    }
    for (std::size_t at = 0; at < values.size(); ++at)
        if (!matches_pattern(frame, *node.patterns[at], values[at])) return false;
    if (node.rest) {
        Ref<Dict> rest = make<Dict>(types().dict);
        for_each_item(subject, [&](const Value& key, const Value& value) { rest->table.set(key, value); });
        for (const Value& key : keys) rest->table.erase(key);
        store_name(frame, node.rest, rest);
    }
    return true;
}

bool matches_itself(const Class* type) {
    Types& t = types();
    for (const Class* own : {t.bool_, t.bytearray, t.bytes, t.dict, t.float_, t.frozenset, t.int_, t.list,
                             t.set, t.str, t.tuple})
        if (is_subclass(type, own)) return true;
    return false;
}

bool match_class(Frame& frame, const ast::MatchClass& node, const Value& subject) {
    Value type = evaluate(frame, node.type);
    frame.where = &node.where;
    frame.expression = nullptr;
    if (is_unresolved(type)) raise_unresolved(type, "match against it");
    Class* cls = as<Class>(type);
    if (!cls) raise(Exc::TypeError, "called match pattern must be a type");
    if (!is_instance(subject, type)) return false;
    std::vector<std::string> seen;
    if (!node.patterns.empty()) {
        Value match_args = find_attribute(type, names().match_args);
        if (!match_args.exists() && matches_itself(cls)) {
            if (node.patterns.size() > 1)
                raise(Exc::TypeError, fmt::format("{}() accepts 1 positional sub-pattern ({} given)",
                                                  cls->name, node.patterns.size()));
            if (!matches_pattern(frame, *node.patterns[0], subject)) return false;
        } else {
            std::vector<Value> order;
            if (match_args.exists()) {
                Tuple* tuple = as<Tuple>(match_args);
                if (!tuple)
                    raise(Exc::TypeError, fmt::format("{}.__match_args__ must be a tuple (got {})", cls->name,
                                                      type_name(match_args)));
                order = tuple->items;
            }
            if (node.patterns.size() > order.size())
                raise(Exc::TypeError,
                      fmt::format("{}() accepts {} positional sub-pattern{} ({} given)", cls->name,
                                  order.size(), order.size() == 1 ? "" : "s", node.patterns.size()));
            for (std::size_t at = 0; at < node.patterns.size(); ++at) {
                Str* name = as<Str>(order[at]);
                if (!name)
                    raise(Exc::TypeError, fmt::format("__match_args__ elements must be strings (got {})",
                                                      type_name(order[at])));
                seen.push_back(name->text);
                Value attribute = find_attribute(subject, std::string_view(name->text));
                if (!attribute.exists() || !matches_pattern(frame, *node.patterns[at], attribute))
                    return false;
            }
        }
    }
    for (std::size_t at = 0; at < node.keyword_names.size(); ++at) {
        std::string name(node.keyword_names[at].text());
        for (const std::string& other : seen)
            if (other == name)
                raise(Exc::TypeError,
                      fmt::format("{}() got multiple sub-patterns for attribute '{}'", cls->name, name));
        seen.push_back(name);
        Value attribute = find_attribute(subject, std::string_view(name));
        if (!attribute.exists() || !matches_pattern(frame, *node.keyword_patterns[at], attribute))
            return false;
    }
    return true;
}

bool matches_pattern(Frame& frame, const ast::Pattern& pattern, const Value& subject) {
    using K = ast::PatternKind;
    frame.where = &pattern.where;
    frame.expression = nullptr;
    switch (pattern.kind) {
    case K::MatchValue:
        return equal(subject, evaluate(frame, ast::as<ast::MatchValue>(pattern).value));
    case K::MatchSingleton:
        switch (ast::as<ast::MatchSingleton>(pattern).value) {
        case ast::ConstantType::None:
            return subject.is_none();
        case ast::ConstantType::True:
            return subject.is(Value::boolean(true));
        default:
            return subject.is(Value::boolean(false));
        }
    case K::MatchSequence:
        return match_sequence(frame, ast::as<ast::MatchSequence>(pattern), subject);
    case K::MatchMapping:
        return match_mapping(frame, ast::as<ast::MatchMapping>(pattern), subject);
    case K::MatchClass:
        return match_class(frame, ast::as<ast::MatchClass>(pattern), subject);
    case K::MatchStar:
        return true; // only inside of MatchSequence
    case K::MatchAs: {
        auto& capture = ast::as<ast::MatchAs>(pattern);
        if (capture.pattern && !matches_pattern(frame, *capture.pattern, subject)) return false;
        if (capture.name)
            store(frame, static_cast<Access>(capture.access), capture.slot, capture.name, subject);
        return true;
    }
    case K::MatchOr:
        for (ast::Pattern* each : ast::as<ast::MatchOr>(pattern).patterns)
            if (matches_pattern(frame, *each, subject)) return true;
        return false;
    }
    return false;
}

} // namespace

Flow execute_match(Frame& frame, const ast::Match& node) {
    Value subject = evaluate(frame, node.subject);
    if (is_unresolved(subject)) raise_unresolved(subject, "match it against patterns");
    for (ast::MatchCase* one : node.cases) {
        if (!matches_pattern(frame, *one->pattern, subject)) continue;
        if (one->guard && !truth(evaluate(frame, one->guard))) continue;
        return execute(frame, one->body);
    }
    return Flow::Next;
}

} // namespace limbeck::python
