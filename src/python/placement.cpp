#include "python/placement.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "python/ast_children.hpp"
#include "python/parser.hpp"
#include "python/placement_rules.hpp"
#include "python/syntax_error.hpp"
#include "support/text.hpp"

namespace limbeck::python {

namespace placement {

void Reporter::fail(std::string message, const ast::Span& where) const {
    std::string_view line = tree.source.line(where.line);
    auto before = text::utf8_length(line.substr(0, static_cast<std::size_t>(where.column)));
    throw SyntaxError(std::move(message), Place{file, where.line, static_cast<int>(before) + 1},
                      std::string(line));
}

void Reporter::require_bindable(Identifier name, const ast::Span& where, ast::Context context) const {
    static const Identifier debug = Identifier::intern("__debug__");
    if (name != debug || context == ast::Context::Load) return;
    fail(context == ast::Context::Del ? "cannot delete __debug__" : "cannot assign to __debug__", where);
}

} // namespace placement

namespace {

using placement::PatternCheck;
using placement::Reporter;

// What a piece of code stands in. A copy is made at each border (function, class, comprehension) and each
// block that changes what may stand in it.
struct Around {
    enum class Kind { Module, Class, Function, Lambda, Comprehension };
    Kind kind = Kind::Module;
    bool is_async = false;                       // `async def`
    bool loop = false;                           // `break` and `continue` may stand here
    bool except_star = false;                    // of this loop or function
    bool function_except_star = false;           // anywhere in this function
    const char* comprehension = nullptr;         // "list comprehension"; `yield` may not stand here
    bool comprehension_iterable = false;         // `:=` may not stand here
    bool annotation = false;                     // that is never evaluated
    std::vector<Identifier>* taken = nullptr;    // iteration variables of the comprehensions around
    std::vector<Identifier>* assigned = nullptr; // what `:=` in this comprehension has bound
    bool class_comprehension = false;            // a comprehension right in a class body
    ast::Span* returned = nullptr;               // the function's first `return` with a value
    bool* yields = nullptr;                      // whether the function has a `yield`
    bool* awaits = nullptr;                      // whether the comprehension awaits
};

class PlacementCheck {
  public:
    PlacementCheck(const Tree& tree, const std::string& file) : report_{tree, file}, tree_(tree) {}

    void run() {
        if (!tree_.module) {
            expression(*tree_.expression);
            return;
        }
        prologue(tree_.module->body);
        body(tree_.module->body);
    }

  private:
    using Kind = Around::Kind;

    // Puts the old surroundings back at the end of a block.
    class Inside {
      public:
        explicit Inside(Around& around) : around_(around), outer_(around) {}
        ~Inside() { around_ = outer_; }
        Inside(const Inside&) = delete;
        Inside& operator=(const Inside&) = delete;

      private:
        Around& around_;
        Around outer_;
    };

    [[noreturn]] void fail(std::string message, const ast::Span& where) const {
        report_.fail(std::move(message), where);
    }

    // ---- `from __future__ import ...`

    void prologue(ast::Sequence<ast::Statement*> statements) {
        for (const ast::Statement* each : statements) {
            if (const auto* import = ast::get_if<ast::ImportFrom>(each); import && is_future(*import)) {
                features(*import);
            } else if (const auto* text = ast::get_if<ast::Expr>(each); !text || !is_text(text->value)) {
                return;
            }
        }
    }

    static bool is_text(const ast::Expression* node) {
        const auto* constant = ast::get_if<ast::Constant>(node);
        return constant && constant->type == ast::ConstantType::String;
    }
    static bool is_future(const ast::ImportFrom& node) {
        return node.level == 0 && node.module && node.module.text() == "__future__";
    }

    void features(const ast::ImportFrom& node) {
        static constexpr std::array known{
            "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
            "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};
        for (const ast::Alias* alias : node.names) {
            std::string_view name = alias->name.text();
            if (name == "braces") fail("not a chance", node.where);
            if (std::find(known.begin(), known.end(), name) == known.end())
                fail(fmt::format("future feature {} is not defined", name), node.where);
            if (name == "annotations") future_annotations_ = true;
        }
        futures_.push_back(&node);
    }

    // ---- statements

    void body(ast::Sequence<ast::Statement*> statements) {
        for (ast::Statement* each : statements) statement(*each);
    }

    void statement(ast::Statement& node) {
        using K = ast::StatementKind;
        switch (node.kind) {
        case K::FunctionDef:
            return function(ast::as<ast::FunctionDef>(node), node.where, false);
        case K::AsyncFunctionDef:
            return function(ast::as<ast::AsyncFunctionDef>(node), node.where, true);
        case K::ClassDef:
            return class_definition(ast::as<ast::ClassDef>(node));
        case K::Return:
            return give_back(ast::as<ast::Return>(node));
        case K::Delete:
            return ast::each_of(ast::as<ast::Delete>(node).targets, [&](auto& each) { expression(each); });
        case K::Assign:
            expression(*ast::as<ast::Assign>(node).value);
            for (ast::Expression* each : ast::as<ast::Assign>(node).targets) target(*each);
            return;
        case K::TypeAlias:
            return expression(*ast::as<ast::TypeAlias>(node).value);
        case K::AugAssign:
            expression(*ast::as<ast::AugAssign>(node).target);
            return expression(*ast::as<ast::AugAssign>(node).value);
        case K::AnnAssign: {
            auto& assign = ast::as<ast::AnnAssign>(node);
            if (assign.value) expression(*assign.value);
            target(*assign.target);
            return annotation(assign.annotation);
        }
        case K::For:
            return loop(ast::as<ast::For>(node));
        case K::AsyncFor:
            if (!around_.is_async) fail("'async for' outside async function", node.where);
            return loop(ast::as<ast::AsyncFor>(node));
        case K::While: {
            auto& loop = ast::as<ast::While>(node);
            expression(*loop.test);
            loop_body(loop.body);
            return body(loop.otherwise);
        }
        case K::If:
            expression(*ast::as<ast::If>(node).test);
            body(ast::as<ast::If>(node).body);
            return body(ast::as<ast::If>(node).otherwise);
        case K::With:
            return with(ast::as<ast::With>(node));
        case K::AsyncWith:
            if (!around_.is_async) fail("'async with' outside async function", node.where);
            return with(ast::as<ast::AsyncWith>(node));
        case K::Match:
            return match(ast::as<ast::Match>(node));
        case K::Raise:
            if (ast::as<ast::Raise>(node).exception) expression(*ast::as<ast::Raise>(node).exception);
            if (ast::as<ast::Raise>(node).cause) expression(*ast::as<ast::Raise>(node).cause);
            return;
        case K::Try:
            return try_block(ast::as<ast::Try>(node), false);
        case K::TryStar:
            return try_block(ast::as<ast::TryStar>(node), true);
        case K::Assert:
            expression(*ast::as<ast::Assert>(node).test);
            if (ast::as<ast::Assert>(node).message) expression(*ast::as<ast::Assert>(node).message);
            return;
        case K::Import:
            for (const ast::Alias* alias : ast::as<ast::Import>(node).names) import_name(*alias, node.where);
            return;
        case K::ImportFrom:
            return import_from(ast::as<ast::ImportFrom>(node));
        case K::Expr:
            return expression(*ast::as<ast::Expr>(node).value);
        case K::Break:
            return leave_loop(node.where, "'break' outside loop");
        case K::Continue:
            return leave_loop(node.where, "'continue' not properly in loop");
        case K::Pass:
        case K::Global:
        case K::Nonlocal:
            return;
        }
    }

    void leave_loop(const ast::Span& where, const char* message) {
        if (around_.except_star)
            fail("'break', 'continue' and 'return' cannot appear in an except* block", where);
        if (!around_.loop) fail(message, where);
    }

    void give_back(ast::Return& node) {
        if (around_.kind != Kind::Function) fail("'return' outside function", node.where);
        if (around_.function_except_star)
            fail("'break', 'continue' and 'return' cannot appear in an except* block", node.where);
        if (!node.value) return;
        if (around_.returned->line == 0) *around_.returned = node.where;
        expression(*node.value);
    }

    void function(ast::Function& node, const ast::Span& where, bool is_async) {
        ast::each_of(node.decorators, [&](auto& each) { expression(each); });
        report_.require_bindable(node.name, where, ast::Context::Store);
        parameters(*node.parameters, where);
        annotation(node.returns);
        Inside inside(around_);
        ast::Span returned;
        bool yields = false;
        around_ = {};
        around_.kind = Kind::Function;
        around_.is_async = is_async;
        around_.returned = &returned;
        around_.yields = &yields;
        body(node.body);
        if (is_async && yields && returned.line) fail("'return' with value in async generator", returned);
    }

    void parameters(const ast::Parameters& given, const ast::Span& where) {
        ast::each_of(given.defaults, [&](auto& each) { expression(each); });
        ast::each_of(given.keyword_defaults, [&](auto& each) { expression(each); });
        auto one = [&](const ast::Parameter* each) {
            if (!each) return;
            report_.require_bindable(each->name, where, ast::Context::Store);
            // `*args: *Ts` is the one annotation that may be starred.
            if (each == given.star && each->annotation &&
                each->annotation->kind == ast::ExpressionKind::Starred)
                return annotation(ast::as<ast::Starred>(*each->annotation).value);
            annotation(each->annotation);
        };
        for (const ast::Parameter* each : given.positional_only) one(each);
        for (const ast::Parameter* each : given.positional) one(each);
        one(given.star);
        for (const ast::Parameter* each : given.keyword_only) one(each);
        one(given.double_star);
    }

    void annotation(ast::Expression* node) {
        if (!node) return;
        Inside inside(around_);
        around_.annotation = future_annotations_;
        expression(*node);
    }

    void class_definition(ast::ClassDef& node) {
        ast::each_of(node.decorators, [&](auto& each) { expression(each); });
        report_.require_bindable(node.name, node.where, ast::Context::Store);
        ast::each_of(node.bases, [&](auto& each) { element(each); });
        keywords(node.keywords, node.where);
        Inside inside(around_);
        around_ = {};
        around_.kind = Kind::Class;
        body(node.body);
    }

    void loop(ast::ForLoop& node) {
        expression(*node.iterable);
        target(*node.target);
        loop_body(node.body);
        body(node.otherwise);
    }

    void loop_body(ast::Sequence<ast::Statement*> statements) {
        Inside inside(around_);
        around_.loop = true;
        around_.except_star = false;
        body(statements);
    }

    void with(ast::WithBlock& node) {
        for (ast::WithItem* item : node.items) {
            expression(*item->context);
            if (item->target) target(*item->target);
        }
        body(node.body);
    }

    void try_block(ast::TryBlock& node, bool star) {
        body(node.body);
        for (ast::ExceptHandler* handler : node.handlers) {
            if (handler->type) expression(*handler->type);
            if (handler->name) report_.require_bindable(handler->name, handler->where, ast::Context::Store);
            Inside inside(around_);
            around_.except_star |= star;
            around_.function_except_star |= star;
            body(handler->body);
        }
        body(node.otherwise);
        body(node.final_body);
    }

    void match(ast::Match& node) {
        expression(*node.subject);
        for (std::size_t at = 0; at < node.cases.size(); ++at) {
            ast::MatchCase& one = *node.cases[at];
            PatternCheck(report_, one.guard || at + 1 == node.cases.size()).check(*one.pattern);
            if (one.guard) expression(*one.guard);
            body(one.body);
        }
    }

    void import_name(const ast::Alias& alias, const ast::Span& where) {
        report_.require_bindable(alias.as_name ? alias.as_name : alias.name, where, ast::Context::Store);
    }

    void import_from(const ast::ImportFrom& node) {
        if (is_future(node) && std::find(futures_.begin(), futures_.end(), &node) == futures_.end())
            fail("from __future__ imports must occur at the beginning of the file", node.where);
        for (const ast::Alias* alias : node.names) {
            if (alias->name.text() == "*" && around_.kind != Kind::Module)
                fail("import * only allowed at module level", alias->where);
            import_name(*alias, node.where);
        }
    }

    // ---- targets

    void target(ast::Expression& node) {
        if (node.kind == ast::ExpressionKind::Starred)
            fail("starred assignment target must be in a list or tuple", node.where);
        expression(node);
    }

    void elements(const ast::Sequence<ast::Expression*>& nodes, ast::Context context,
                  const ast::Span& where) {
        int stars = 0;
        for (ast::Expression* each : nodes) {
            if (context == ast::Context::Store && each->kind == ast::ExpressionKind::Starred && ++stars > 1)
                fail("multiple starred expressions in assignment", where);
            element(*each);
        }
    }

    // ---- expressions

    // Where a star may stand before an expression.
    void element(ast::Expression& node) {
        expression(node.kind == ast::ExpressionKind::Starred ? *ast::as<ast::Starred>(node).value : node);
    }

    void expression(ast::Expression& node) {
        using K = ast::ExpressionKind;
        switch (node.kind) {
        case K::Name: {
            auto& name = ast::as<ast::Name>(node);
            return report_.require_bindable(name.id, node.where, name.context);
        }
        case K::Attribute: {
            auto& attribute = ast::as<ast::Attribute>(node);
            report_.require_bindable(attribute.name, node.where, attribute.context);
            return expression(*attribute.value);
        }
        case K::Starred:
            fail("can't use starred expression here", node.where);
        case K::Set:
            return elements(ast::as<ast::Set>(node).elements, ast::Context::Load, node.where);
        case K::List:
            return elements(ast::as<ast::List>(node).elements, ast::as<ast::List>(node).context, node.where);
        case K::Tuple:
            return elements(ast::as<ast::Tuple>(node).elements, ast::as<ast::Tuple>(node).context,
                            node.where);
        case K::Call:
            expression(*ast::as<ast::Call>(node).function);
            for (ast::Expression* each : ast::as<ast::Call>(node).arguments) element(*each);
            return keywords(ast::as<ast::Call>(node).keywords, node.where);
        case K::Lambda:
            return lambda(ast::as<ast::Lambda>(node));
        case K::NamedExpr:
            return named(ast::as<ast::NamedExpr>(node));
        case K::Await:
            return await(ast::as<ast::Await>(node));
        case K::Yield:
            yield(node.where, "'yield' outside function");
            break;
        case K::YieldFrom:
            yield(node.where, "'yield' outside function");
            if (around_.is_async) fail("'yield from' inside async function", node.where);
            break;
        case K::ListComp: {
            auto& comp = ast::as<ast::ListComp>(node);
            return comprehension(node, comp.generators, comp.element, nullptr, "list comprehension");
        }
        case K::SetComp: {
            auto& comp = ast::as<ast::SetComp>(node);
            return comprehension(node, comp.generators, comp.element, nullptr, "set comprehension");
        }
        case K::DictComp: {
            auto& comp = ast::as<ast::DictComp>(node);
            return comprehension(node, comp.generators, comp.key, comp.value, "dict comprehension");
        }
        case K::GeneratorExp: {
            auto& comp = ast::as<ast::GeneratorExp>(node);
            return comprehension(node, comp.generators, comp.element, nullptr, "generator expression");
        }
        default:
            break;
        }
        ast::each_child(node, [&](ast::Expression& each) { expression(each); });
    }

    void keywords(const ast::Sequence<ast::Keyword*>& given, const ast::Span& call) {
        for (std::size_t at = 0; at < given.size(); ++at) {
            const ast::Keyword& each = *given[at];
            if (each.name) {
                report_.require_bindable(each.name, call, ast::Context::Store);
                for (std::size_t before = 0; before < at; ++before)
                    if (given[before]->name == each.name)
                        fail(fmt::format("keyword argument repeated: {}", each.name.text()), each.where);
            }
            expression(*each.value);
        }
    }

    void lambda(ast::Lambda& node) {
        parameters(*node.parameters, node.where);
        Inside inside(around_);
        bool yields = false;
        around_ = {};
        around_.kind = Kind::Lambda;
        around_.yields = &yields;
        expression(*node.body);
    }

    void named(ast::NamedExpr& node) {
        if (around_.annotation) not_in_annotation("named", node.where);
        if (around_.comprehension_iterable)
            fail("assignment expression cannot be used in a comprehension iterable expression", node.where);
        if (around_.kind == Kind::Comprehension) {
            Identifier name = ast::as<ast::Name>(*node.target).id;
            if (std::find(around_.taken->begin(), around_.taken->end(), name) != around_.taken->end())
                fail(fmt::format("assignment expression cannot rebind comprehension iteration variable '{}'",
                                 name.text()),
                     node.target->where);
            if (around_.class_comprehension)
                fail("assignment expression within a comprehension cannot be used in a class body",
                     node.where);
            around_.assigned->push_back(name);
        }
        expression(*node.value);
        expression(*node.target);
    }

    [[noreturn]] void not_in_annotation(const char* sort, const ast::Span& where) const {
        fail(fmt::format("'{} expression' can not be used within an annotation", sort), where);
    }

    void yield(const ast::Span& where, const char* message) {
        if (around_.annotation && around_.kind != Kind::Comprehension) not_in_annotation("yield", where);
        if (around_.kind == Kind::Comprehension)
            fail(fmt::format("'yield' inside {}", around_.comprehension), where);
        if (around_.kind != Kind::Function && around_.kind != Kind::Lambda) fail(message, where);
        *around_.yields = true;
    }

    void await(ast::Await& node) {
        if (around_.annotation) not_in_annotation("await", node.where);
        if (around_.kind == Kind::Comprehension)
            *around_.awaits = true;
        else if (around_.kind == Kind::Module || around_.kind == Kind::Class)
            fail("'await' outside function", node.where);
        else if (!around_.is_async)
            fail("'await' outside async function", node.where);
        expression(*node.value);
    }

    void comprehension(ast::Expression& node, ast::Sequence<ast::Comprehension*> generators,
                       ast::Expression* first, ast::Expression* second, const char* sort) {
        {
            Inside inside(around_);
            around_.comprehension_iterable = true;
            expression(*generators[0]->iterable); // belongs to what stands around
        }
        Inside inside(around_);
        bool is_comprehension = around_.kind == Kind::Comprehension;
        bool outer_async = around_.is_async;
        bool* outer_awaits = around_.awaits;
        std::vector<Identifier> taken;
        if (around_.taken) taken = *around_.taken;
        std::vector<Identifier> assigned;
        bool awaits = false;
        around_.class_comprehension = around_.kind == Kind::Class || around_.class_comprehension;
        around_.kind = Kind::Comprehension;
        around_.comprehension = sort;
        around_.taken = &taken;
        around_.assigned = &assigned;
        around_.awaits = &awaits;
        for (std::size_t at = 0; at < generators.size(); ++at) {
            ast::Comprehension& generator = *generators[at];
            awaits |= generator.is_async;
            if (at > 0) {
                Inside iterable(around_);
                around_.comprehension_iterable = true;
                expression(*generator.iterable);
            }
            collect_targets(*generator.target, taken, assigned);
            target(*generator.target);
            ast::each_of(generator.conditions, [&](auto& each) { expression(each); });
        }
        if (first) expression(*first);
        if (second) expression(*second);
        if (!awaits || node.kind == ast::ExpressionKind::GeneratorExp) return;
        if (!outer_async && !is_comprehension)
            fail("asynchronous comprehension outside of an asynchronous function", node.where);
        // What awaits in an inner comprehension makes the outer one wait, too.
        if (outer_awaits && is_comprehension) *outer_awaits = true;
    }

    // The names that a `for` of a comprehension binds.
    void collect_targets(ast::Expression& node, std::vector<Identifier>& names,
                         const std::vector<Identifier>& assigned) const {
        if (auto* name = ast::get_if<ast::Name>(&node)) {
            if (std::find(assigned.begin(), assigned.end(), name->id) != assigned.end())
                fail(fmt::format("comprehension inner loop cannot rebind assignment expression target '{}'",
                                 name->id.text()),
                     node.where);
            names.push_back(name->id);
        }
        if (node.kind == ast::ExpressionKind::Subscript || node.kind == ast::ExpressionKind::Attribute)
            return;
        ast::each_child(node, [&](ast::Expression& each) { collect_targets(each, names, assigned); });
    }

    Reporter report_;
    const Tree& tree_;
    Around around_;
    bool future_annotations_ = false;
    std::vector<const ast::ImportFrom*> futures_;
};

} // namespace

void check_placement(const Tree& tree, const std::string& file) {
    PlacementCheck(tree, file).run();
}

} // namespace limbeck::python
