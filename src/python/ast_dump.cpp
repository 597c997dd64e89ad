#include "python/ast_dump.hpp"

#include <fmt/format.h>

#include "python/ast_dump_state.hpp"
#include "python/literal_repr.hpp"

namespace limbeck::python {

std::string dump(const Tree& tree, const DumpOptions& options) {
    Dumper dumper(tree.source, options);
    if (tree.module) return dumper.module(*tree.module);
    return dumper.expression_tree(*tree.expression);
}

// ---- layout
// -------------------------------------------------------------------------------------------------------

void Dumper::open(std::string_view name) {
    out_ += name;
    out_ += '(';
    frames_.push_back({out_.size(), 0, true});
    ++level_;
}

void Dumper::field(std::string_view name) {
    separate();
    out_ += name;
    out_ += '=';
}

void Dumper::separate() {
    Frame& frame = frames_.back();
    if (frame.count++ > 0) out_ += options_.indent >= 0 ? "," : ", ";
    if (options_.indent >= 0) {
        out_ += '\n';
        out_.append(static_cast<std::size_t>(options_.indent * level_), ' ');
    }
}

// A node of three simple fields at the most stands on one line.
void Dumper::close() {
    Frame frame = frames_.back();
    frames_.pop_back();
    if (options_.indent >= 0 && frame.simple && frame.count <= 3 && frame.count > 0) {
        std::string tail = out_.substr(frame.start);
        out_.resize(frame.start);
        std::string gap = "\n" + std::string(static_cast<std::size_t>(options_.indent * level_), ' ');
        for (std::size_t at = tail.find(gap), last = at; at != std::string::npos; at = tail.find(gap, last)) {
            tail.replace(at, gap.size(), at == 0 ? "" : " ");
            last = at;
        }
        out_ += tail;
    }
    --level_;
    out_ += ')';
    // A node with fields is not simple; one without is.
    if (!frames_.empty() && frame.count > 0) frames_.back().simple = false;
}

void Dumper::open_list() {
    out_ += '[';
    frames_.push_back({out_.size(), 0, true});
    ++level_;
}

void Dumper::close_list() {
    Frame frame = frames_.back();
    frames_.pop_back();
    --level_;
    out_ += ']';
    if (!frames_.empty() && frame.count > 0) frames_.back().simple = false;
}

void Dumper::close_at(const ast::Span& where) {
    if (options_.attributes) {
        const ast::Span& span = fixed_where_ ? *fixed_where_ : where;
        number("lineno", span.line);
        number("col_offset", span.column);
        number("end_lineno", span.end_line);
        number("end_col_offset", span.end_column);
    }
    close();
}

void Dumper::number(std::string_view name, int value) {
    field(name);
    out_ += std::to_string(value);
}

void Dumper::identifier(std::string_view name, Identifier value) {
    if (!value) return;
    field(name);
    out_ += text_repr(value.text(), unicode_);
}

void Dumper::text(std::string_view name, std::string_view value) {
    field(name);
    out_ += text_repr(value, unicode_);
}

void Dumper::symbol(std::string_view name, std::string_view value) {
    field(name);
    out_ += value;
    out_ += "()";
}

void Dumper::context(ast::Context value) {
    constexpr std::string_view names[] = {"Load", "Store", "Del"};
    symbol("ctx", names[static_cast<int>(value)]);
}

void Dumper::item(Identifier value) {
    out_ += text_repr(value.text(), unicode_);
}

void Dumper::item(const ast::Expression* value) {
    if (value) {
        expression(*value);
    } else {
        out_ += "None";
    }
}

// ---- parts
// --------------------------------------------------------------------------------------------------------

std::string Dumper::module(const ast::Module& node) {
    open("Module");
    list("body", node.body);
    list("type_ignores", ast::Sequence<Identifier>{});
    close();
    return std::move(out_);
}

std::string Dumper::expression_tree(const ast::Expression& node) {
    open("Expression");
    child("body", &node);
    close();
    return std::move(out_);
}

void Dumper::item(const ast::Parameter* node) {
    open("arg");
    identifier("arg", node->name);
    child("annotation", node->annotation);
    close_at(node->where);
}

void Dumper::parameters(const ast::Parameters& node) {
    field("args");
    open("arguments");
    list("posonlyargs", node.positional_only);
    list("args", node.positional);
    if (node.star) {
        field("vararg");
        item(node.star);
    }
    list("kwonlyargs", node.keyword_only);
    list("kw_defaults", node.keyword_defaults);
    if (node.double_star) {
        field("kwarg");
        item(node.double_star);
    }
    list("defaults", node.defaults);
    close();
}

void Dumper::item(const ast::Keyword* node) {
    open("keyword");
    identifier("arg", node->name);
    child("value", node->value);
    close_at(node->where);
}

void Dumper::item(const ast::Alias* node) {
    open("alias");
    identifier("name", node->name);
    identifier("asname", node->as_name);
    close_at(node->where);
}

void Dumper::item(const ast::WithItem* node) {
    open("withitem");
    child("context_expr", node->context);
    child("optional_vars", node->target);
    close();
}

void Dumper::item(const ast::Comprehension* node) {
    open("comprehension");
    child("target", node->target);
    child("iter", node->iterable);
    list("ifs", node->conditions);
    number("is_async", node->is_async);
    close();
}

void Dumper::item(const ast::ExceptHandler* node) {
    open("ExceptHandler");
    child("type", node->type);
    identifier("name", node->name);
    list("body", node->body);
    close_at(node->where);
}

void Dumper::item(const ast::MatchCase* node) {
    open("match_case");
    field("pattern");
    item(node->pattern);
    child("guard", node->guard);
    list("body", node->body);
    close();
}

void Dumper::item(const ast::TypeParameter* node) {
    switch (node->kind) {
    case ast::TypeParameterKind::TypeVar: {
        const auto& parameter = ast::as<ast::TypeVar>(*node);
        open("TypeVar");
        identifier("name", parameter.name);
        child("bound", parameter.bound);
        child("default_value", parameter.default_value);
        break;
    }
    case ast::TypeParameterKind::ParamSpec: {
        const auto& parameter = ast::as<ast::ParamSpec>(*node);
        open("ParamSpec");
        identifier("name", parameter.name);
        child("default_value", parameter.default_value);
        break;
    }
    case ast::TypeParameterKind::TypeVarTuple: {
        const auto& parameter = ast::as<ast::TypeVarTuple>(*node);
        open("TypeVarTuple");
        identifier("name", parameter.name);
        child("default_value", parameter.default_value);
        break;
    }
    }
    close_at(node->where);
}

void Dumper::item(const ast::Pattern* node) {
    switch (node->kind) {
    case ast::PatternKind::MatchValue:
        open("MatchValue");
        child("value", ast::as<ast::MatchValue>(*node).value);
        break;
    case ast::PatternKind::MatchSingleton: {
        auto value = ast::as<ast::MatchSingleton>(*node).value;
        open("MatchSingleton");
        field("value");
        out_ += value == ast::ConstantType::None   ? "None"
                : value == ast::ConstantType::True ? "True"
                                                   : "False";
        break;
    }
    case ast::PatternKind::MatchSequence:
        open("MatchSequence");
        list("patterns", ast::as<ast::MatchSequence>(*node).patterns);
        break;
    case ast::PatternKind::MatchMapping: {
        const auto& mapping = ast::as<ast::MatchMapping>(*node);
        open("MatchMapping");
        list("keys", mapping.keys);
        list("patterns", mapping.patterns);
        identifier("rest", mapping.rest);
        break;
    }
    case ast::PatternKind::MatchClass: {
        const auto& type = ast::as<ast::MatchClass>(*node);
        open("MatchClass");
        child("cls", type.type);
        list("patterns", type.patterns);
        list("kwd_attrs", type.keyword_names);
        list("kwd_patterns", type.keyword_patterns);
        break;
    }
    case ast::PatternKind::MatchStar:
        open("MatchStar");
        identifier("name", ast::as<ast::MatchStar>(*node).name);
        break;
    case ast::PatternKind::MatchAs: {
        const auto& capture = ast::as<ast::MatchAs>(*node);
        open("MatchAs");
        if (capture.pattern) {
            field("pattern");
            item(capture.pattern);
        }
        identifier("name", capture.name);
        break;
    }
    case ast::PatternKind::MatchOr:
        open("MatchOr");
        list("patterns", ast::as<ast::MatchOr>(*node).patterns);
        break;
    }
    close_at(node->where);
}

} // namespace limbeck::python
