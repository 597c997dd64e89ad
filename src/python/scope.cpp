// Scope analysis: which scope every name belongs to, and the slot it has there.
//
// Three steps: the tree is walked once, scopes and what they bind and use are noted (ScopeBuilder); every
// name that a scope uses but does not bind is sought in the scopes around it, which makes cells there
// (resolve); then each Name node gets its access and slot (finish).
#include "python/ast_children.hpp"
#include "python/code.hpp"
#include "python/placement.hpp"
#include "python/placement_rules.hpp"
#include "python/symbol_table.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

struct NameUse {
    std::uint8_t* access;
    std::uint32_t* slot;
    Identifier id;
};

struct Scope {
    Code* code;
    Scope* parent;
    SymbolTable symbols;
    std::vector<NameUse> uses;
    std::vector<std::unique_ptr<Scope>> children;

    Symbol& symbol(Identifier id) { return symbols.of(id); }
    bool is_function() const { return code->kind != ScopeKind::Module && code->kind != ScopeKind::Class; }
    bool is_comprehension() const {
        return code->kind == ScopeKind::Comprehension || code->kind == ScopeKind::Generator;
    }
};

class ScopeBuilder {
  public:
    explicit ScopeBuilder(Unit& unit) : unit_(unit) {
        static const Identifier class_id = Identifier::intern("__class__");
        static const Identifier super_id = Identifier::intern("super");
        class_id_ = class_id;
        super_id_ = super_id;
    }

    void run() {
        as_module([&](Code& code) {
            unit_.module_code = &code;
            if (unit_.tree->module) {
                code.body = unit_.tree->module->body;
                find_future();
                code.future_annotations = future_annotations_;
                body(unit_.tree->module->body);
            } else {
                code.expression = unit_.tree->expression;
                expression(unit_.tree->expression);
            }
        });
    }

    // Statements of the module that its tree is without.
    Code& run(ast::Sequence<ast::Statement*> statements) {
        return as_module([&](Code& code) {
            future_annotations_ = code.future_annotations = unit_.module_code->future_annotations;
            code.body = statements;
            body(statements);
        });
    }

    // The function's scope is known, with its parameters; what is around it is the module, or a class in it,
    // whose names no function sees.
    void run(Code& code, ast::Sequence<ast::Statement*> statements) {
        Scope module;
        module.code = unit_.module_code;
        module.parent = nullptr;
        scope_ = &module;
        future_annotations_ = code.future_annotations;
        if (code.parent->kind == ScopeKind::Class) class_name_ = code.parent->name;
        Scope& function = enter(&code);
        for (std::size_t slot = 0; slot < code.slots.size(); ++slot) {
            Symbol& parameter = function.symbol(code.slots[slot]);
            parameter.bound = true;
            parameter.slot = static_cast<std::int32_t>(slot);
        }
        code.places.clear();
        code.body = statements;
        body(statements);
        resolve(function);
        finish(function);
    }

  private:
    // A scope of the module's kind, around what `walk` goes over.
    template <class Walk> Code& as_module(Walk walk) {
        Scope module;
        module.code = new_code(ScopeKind::Module, "<module>", nullptr);
        module.parent = nullptr;
        scope_ = &module;
        walk(*module.code);
        for (auto& child : module.children) resolve(*child);
        finish(module);
        return *module.code;
    }

    // ---- step one: the walk

    void find_future() {
        for (ast::Statement* statement : unit_.tree->module->body) {
            if (auto* import = ast::get_if<ast::ImportFrom>(statement);
                import && import->module.text() == "__future__") {
                for (ast::Alias* alias : import->names)
                    if (alias->name.text() == "annotations") future_annotations_ = true;
            } else if (!ast::get_if<ast::Expr>(statement)) {
                return;
            }
        }
    }

    Code* new_code(ScopeKind kind, std::string name, const ast::Span* where) {
        Code& code = unit_.codes.emplace_back();
        code.unit = &unit_;
        code.kind = kind;
        code.name = std::move(name);
        code.first_line = where ? where->line : 1;
        code.future_annotations = future_annotations_;
        code.parent = scope_ ? scope_->code : nullptr;
        if (!scope_ || scope_->code->kind == ScopeKind::Module)
            code.qualified_name = code.name;
        else if (const Symbol* own = scope_->symbols.find(Identifier::find(code.name)); own && own->global)
            code.qualified_name = code.name;
        else if (scope_->code->kind == ScopeKind::Class)
            code.qualified_name = scope_->code->qualified_name + "." + code.name;
        else
            code.qualified_name = scope_->code->qualified_name + ".<locals>." + code.name;
        return &code;
    }

    Scope& enter(Code* code) {
        auto made = std::make_unique<Scope>();
        made->code = code;
        made->parent = scope_;
        Scope& result = *made;
        scope_->children.push_back(std::move(made));
        scope_ = &result;
        return result;
    }

    [[noreturn]] void error(std::string message, const ast::Span& where) {
        placement::Reporter{*unit_.tree, unit_.file}.fail(std::move(message), where);
    }

    // `__x` inside of class C is `_C__x`.
    Identifier mangle(Identifier id) {
        if (class_name_.empty()) return id;
        std::string_view text = id.text();
        if (text.size() < 3 || text.substr(0, 2) != "__" || text.substr(text.size() - 2) == "__" ||
            text.find('.') != std::string_view::npos)
            return id;
        std::size_t start = class_name_.find_first_not_of('_');
        if (start == std::string::npos) return id;
        return Identifier::intern("_" + class_name_.substr(start) + std::string(text));
    }

    void bind(Identifier id) {
        Symbol& symbol = scope_->symbol(id);
        symbol.bound = true;
        symbol.imported = false;
    }

    void name(ast::Name& node) {
        node.id = mangle(node.id);
        Symbol& symbol = scope_->symbol(node.id);
        if (node.context == ast::Context::Load) {
            symbol.used = true;
        } else {
            symbol.bound = true;
            symbol.imported = false;
        }
        if (node.id == super_id_ && scope_->is_function()) scope_->symbol(class_id_).used = true;
        scope_->uses.push_back({&node.access, &node.slot, node.id});
    }

    // The target of `:=`, which a comprehension binds in the function or module around it.
    void walrus_target(ast::Name& node) {
        node.id = mangle(node.id);
        Scope* holder = scope_;
        while (holder->is_comprehension()) holder = holder->parent;
        Symbol& outer = holder->symbol(node.id);
        outer.bound = true;
        for (Scope* at = scope_; at != holder; at = at->parent) {
            Symbol& symbol = at->symbol(node.id);
            if (holder->code->kind == ScopeKind::Module || outer.global)
                symbol.global = true;
            else
                symbol.nonlocal = true;
        }
        scope_->uses.push_back({&node.access, &node.slot, node.id});
    }

    template <class Nodes> void expressions(const Nodes& nodes) {
        for (ast::Expression* node : nodes)
            if (node) expression(node);
    }

    void expression(ast::Expression* node) {
        if (!node) return;
        using K = ast::ExpressionKind;
        switch (node->kind) {
        case K::NamedExpr: {
            auto& named = ast::as<ast::NamedExpr>(*node);
            expression(named.value);
            return walrus_target(ast::as<ast::Name>(*named.target));
        }
        case K::Lambda:
            return lambda(ast::as<ast::Lambda>(*node));
        case K::ListComp: {
            auto& comp = ast::as<ast::ListComp>(*node);
            return comprehension(*node, comp.generators, comp.element, nullptr, "<listcomp>",
                                 ScopeKind::Comprehension, comp.scope);
        }
        case K::SetComp: {
            auto& comp = ast::as<ast::SetComp>(*node);
            return comprehension(*node, comp.generators, comp.element, nullptr, "<setcomp>",
                                 ScopeKind::Comprehension, comp.scope);
        }
        case K::DictComp: {
            auto& comp = ast::as<ast::DictComp>(*node);
            return comprehension(*node, comp.generators, comp.key, comp.value, "<dictcomp>",
                                 ScopeKind::Comprehension, comp.scope);
        }
        case K::GeneratorExp: {
            auto& comp = ast::as<ast::GeneratorExp>(*node);
            return comprehension(*node, comp.generators, comp.element, nullptr, "<genexpr>",
                                 ScopeKind::Generator, comp.scope);
        }
        case K::Yield:
            scope_->code->is_generator = true;
            break;
        case K::YieldFrom:
            scope_->code->is_generator = true;
            break;
        case K::Attribute: {
            auto& attribute = ast::as<ast::Attribute>(*node);
            attribute.name = mangle(attribute.name);
            break;
        }
        case K::Name:
            return name(ast::as<ast::Name>(*node));
        default:
            break;
        }
        ast::each_child(*node, [&](ast::Expression& each) { expression(&each); });
    }

    void comprehension(ast::Expression& node, ast::Sequence<ast::Comprehension*> generators,
                       ast::Expression* first, ast::Expression* second, const char* title, ScopeKind kind,
                       void*& slot) {
        expression(generators[0]->iterable); // belongs to the scope around
        Code* code = new_code(kind, title, &node.where);
        code->expression = &node;
        slot = code;
        Scope* outer = scope_;
        enter(code);
        for (std::size_t at = 0; at < generators.size(); ++at) {
            ast::Comprehension& generator = *generators[at];
            if (at > 0) expression(generator.iterable);
            expression(generator.target);
            expressions(generator.conditions);
            if (generator.is_async) code->is_async = true;
        }
        expression(first);
        expression(second);
        scope_ = outer;
    }

    void parameter(Code& code, ast::Parameter& given) {
        given.name = mangle(given.name);
        Symbol& symbol = scope_->symbol(given.name);
        if (symbol.bound)
            error(fmt::format("duplicate argument '{}' in function definition", given.name.text()),
                  given.where);
        symbol.bound = true;
        symbol.slot = new_slot(code, given.name);
    }

    void declare(Code& code, const ast::Parameters& parameters) {
        code.parameters = &parameters;
        for (ast::Parameter* each : parameters.positional_only) parameter(code, *each);
        for (ast::Parameter* each : parameters.positional) parameter(code, *each);
        for (ast::Parameter* each : parameters.keyword_only) parameter(code, *each);
        code.positional_only = static_cast<std::uint32_t>(parameters.positional_only.size());
        code.positional = code.positional_only + static_cast<std::uint32_t>(parameters.positional.size());
        code.keyword_only = static_cast<std::uint32_t>(parameters.keyword_only.size());
        if (parameters.star) {
            code.star = static_cast<std::int32_t>(code.slots.size());
            parameter(code, *parameters.star);
        }
        if (parameters.double_star) {
            code.double_star = static_cast<std::int32_t>(code.slots.size());
            parameter(code, *parameters.double_star);
        }
    }

    // What is evaluated in the scope around a function.
    void defaults(const ast::Parameters& parameters) {
        expressions(parameters.defaults);
        expressions(parameters.keyword_defaults);
    }

    void annotations(const ast::Parameters& parameters) {
        if (future_annotations_) return;
        auto one = [&](ast::Parameter* each) {
            if (each) expression(each->annotation);
        };
        for (ast::Parameter* each : parameters.positional_only) one(each);
        for (ast::Parameter* each : parameters.positional) one(each);
        one(parameters.star);
        for (ast::Parameter* each : parameters.keyword_only) one(each);
        one(parameters.double_star);
    }

    void lambda(ast::Lambda& node) {
        defaults(*node.parameters);
        Code* code = new_code(ScopeKind::Lambda, "<lambda>", &node.where);
        code->expression = node.body;
        node.scope = code;
        Scope* outer = scope_;
        enter(code);
        declare(*code, *node.parameters);
        expression(node.body);
        scope_ = outer;
    }

    Identifier type_parameters(ast::Sequence<ast::TypeParameter*> parameters) {
        // They are variables of the scope around: simpler than a scope of their own, and annotations are
        // inert.
        for (ast::TypeParameter* each : parameters) {
            switch (each->kind) {
            case ast::TypeParameterKind::TypeVar:
                bind(ast::as<ast::TypeVar>(*each).name);
                expression(ast::as<ast::TypeVar>(*each).bound);
                expression(ast::as<ast::TypeVar>(*each).default_value);
                break;
            case ast::TypeParameterKind::ParamSpec:
                bind(ast::as<ast::ParamSpec>(*each).name);
                break;
            case ast::TypeParameterKind::TypeVarTuple:
                bind(ast::as<ast::TypeVarTuple>(*each).name);
                break;
            }
        }
        return {};
    }

    void function(ast::Function& node, const ast::Span& where, bool is_async) {
        expressions(node.decorators);
        type_parameters(node.type_parameters);
        defaults(*node.parameters);
        annotations(*node.parameters);
        if (!future_annotations_) expression(node.returns);
        node.name = mangle(node.name);
        bind(node.name);
        Code* code = new_code(ScopeKind::Function, std::string(node.name.text()), &where);
        if (!node.decorators.empty()) code->first_line = node.decorators.front()->where.line;
        code->is_async = is_async;
        code->body = node.body;
        code->lazy = node.lazy ? &node : nullptr;
        code->docstring = docstring(node.body);
        node.scope = code;
        Scope* outer = scope_;
        enter(code);
        declare(*code, *node.parameters);
        body(node.body);
        scope_ = outer;
    }

    const ast::Constant* docstring(ast::Sequence<ast::Statement*> statements) {
        if (statements.empty()) return nullptr;
        auto* first = ast::get_if<ast::Expr>(statements.front());
        auto* constant = first ? ast::get_if<ast::Constant>(first->value) : nullptr;
        return constant && constant->type == ast::ConstantType::String ? constant : nullptr;
    }

    void class_definition(ast::ClassDef& node) {
        expressions(node.decorators);
        type_parameters(node.type_parameters);
        expressions(node.bases);
        for (ast::Keyword* keyword : node.keywords) expression(keyword->value);
        node.name = mangle(node.name);
        bind(node.name);
        Code* code = new_code(ScopeKind::Class, std::string(node.name.text()), &node.where);
        if (!node.decorators.empty()) code->first_line = node.decorators.front()->where.line;
        code->body = node.body;
        code->docstring = docstring(node.body);
        node.scope = code;
        Scope* outer = scope_;
        std::string outer_class = class_name_;
        class_name_ = node.name.text();
        enter(code);
        body(node.body);
        scope_ = outer;
        class_name_ = outer_class;
    }

    void body(ast::Sequence<ast::Statement*> statements) {
        for (ast::Statement* each : statements) statement(each);
    }

    void loop(ast::ForLoop& node) {
        expression(node.iterable);
        expression(node.target);
        body(node.body);
        body(node.otherwise);
    }

    void with(ast::WithBlock& node) {
        for (ast::WithItem* item : node.items) {
            expression(item->context);
            expression(item->target);
        }
        body(node.body);
    }

    void try_block(ast::TryBlock& node) {
        body(node.body);
        for (ast::ExceptHandler* handler : node.handlers) {
            expression(handler->type);
            if (handler->name) {
                handler->name = mangle(handler->name);
                bind(handler->name);
            }
            body(handler->body);
        }
        body(node.otherwise);
        body(node.final_body);
    }

    void statement(ast::Statement* node) {
        using K = ast::StatementKind;
        switch (node->kind) {
        case K::FunctionDef:
            return function(ast::as<ast::FunctionDef>(*node), node->where, false);
        case K::AsyncFunctionDef:
            return function(ast::as<ast::AsyncFunctionDef>(*node), node->where, true);
        case K::ClassDef:
            return class_definition(ast::as<ast::ClassDef>(*node));
        case K::Return:
            return expression(ast::as<ast::Return>(*node).value);
        case K::Delete:
            return expressions(ast::as<ast::Delete>(*node).targets);
        case K::Assign:
            expression(ast::as<ast::Assign>(*node).value);
            return expressions(ast::as<ast::Assign>(*node).targets);
        case K::TypeAlias: {
            auto& alias = ast::as<ast::TypeAlias>(*node);
            expression(alias.name);
            type_parameters(alias.type_parameters);
            return expression(alias.value);
        }
        case K::AugAssign:
            expression(ast::as<ast::AugAssign>(*node).value);
            return expression(ast::as<ast::AugAssign>(*node).target);
        case K::AnnAssign: {
            auto& assign = ast::as<ast::AnnAssign>(*node);
            expression(assign.value);
            // Annotations of a function's variables are never evaluated.
            if (!scope_->is_function() && !future_annotations_) expression(assign.annotation);
            if (assign.simple) annotated(ast::as<ast::Name>(*assign.target), *node);
            return expression(assign.target);
        }
        case K::For:
            return loop(ast::as<ast::For>(*node));
        case K::AsyncFor:
            return loop(ast::as<ast::AsyncFor>(*node));
        case K::While:
            expression(ast::as<ast::While>(*node).test);
            body(ast::as<ast::While>(*node).body);
            return body(ast::as<ast::While>(*node).otherwise);
        case K::If:
            expression(ast::as<ast::If>(*node).test);
            body(ast::as<ast::If>(*node).body);
            return body(ast::as<ast::If>(*node).otherwise);
        case K::With:
            return with(ast::as<ast::With>(*node));
        case K::AsyncWith:
            return with(ast::as<ast::AsyncWith>(*node));
        case K::Match: {
            auto& match = ast::as<ast::Match>(*node);
            expression(match.subject);
            for (ast::MatchCase* one : match.cases) {
                pattern(one->pattern);
                expression(one->guard);
                body(one->body);
            }
            return;
        }
        case K::Raise:
            expression(ast::as<ast::Raise>(*node).exception);
            return expression(ast::as<ast::Raise>(*node).cause);
        case K::Try:
            return try_block(ast::as<ast::Try>(*node));
        case K::TryStar:
            return try_block(ast::as<ast::TryStar>(*node));
        case K::Assert:
            expression(ast::as<ast::Assert>(*node).test);
            return expression(ast::as<ast::Assert>(*node).message);
        case K::Import:
            for (ast::Alias* alias : ast::as<ast::Import>(*node).names) import_binding(*alias, true);
            return;
        case K::ImportFrom:
            for (ast::Alias* alias : ast::as<ast::ImportFrom>(*node).names)
                if (alias->name.text() != "*") import_binding(*alias, false);
            return;
        case K::Global:
            for (Identifier& id : ast::as<ast::Global>(*node).names) declared(id, *node, true);
            return;
        case K::Nonlocal:
            for (Identifier& id : ast::as<ast::Nonlocal>(*node).names) declared(id, *node, false);
            return;
        case K::Expr:
            return expression(ast::as<ast::Expr>(*node).value);
        case K::Pass:
        case K::Break:
        case K::Continue:
            return;
        }
    }

    void annotated(const ast::Name& target, const ast::Statement& node) {
        Symbol& symbol = scope_->symbol(mangle(target.id));
        if (scope_->code->kind != ScopeKind::Module && (symbol.global || symbol.nonlocal))
            error(fmt::format("annotated name '{}' can't be {}", target.id.text(),
                              symbol.global ? "global" : "nonlocal"),
                  node.where);
        symbol.annotated = true;
    }

    void import_binding(ast::Alias& alias, bool dotted) {
        if (alias.as_name) {
            alias.as_name = mangle(alias.as_name);
            return bind_import(alias.as_name);
        }
        std::string_view text = alias.name.text();
        std::size_t dot = dotted ? text.find('.') : text.npos;
        bind_import(mangle(dot == text.npos ? alias.name : Identifier::intern(text.substr(0, dot))));
    }

    void bind_import(Identifier id) {
        Symbol& symbol = scope_->symbol(id);
        symbol.imported = symbol.imported || !symbol.bound;
        symbol.bound = true;
    }

    void declared(Identifier& id, const ast::Statement& node, bool global) {
        id = mangle(id);
        Symbol& symbol = scope_->symbol(id);
        const char* word = global ? "global" : "nonlocal";
        if (symbol.slot >= 0)
            error(fmt::format("name '{}' is parameter and {}", id.text(), word), node.where);
        if (symbol.used)
            error(fmt::format("name '{}' is used prior to {} declaration", id.text(), word), node.where);
        if (symbol.annotated)
            error(fmt::format("annotated name '{}' can't be {}", id.text(), word), node.where);
        if (symbol.bound && !symbol.imported && !symbol.global && !symbol.nonlocal)
            error(fmt::format("name '{}' is assigned to before {} declaration", id.text(), word), node.where);
        if (!global && scope_->code->kind == ScopeKind::Module)
            error("nonlocal declaration not allowed at module level", node.where);
        if (global ? symbol.nonlocal : symbol.global)
            error(fmt::format("name '{}' is nonlocal and global", id.text()), symbol.declared->where);
        if (!symbol.declared) symbol.declared = &node;
        (global ? symbol.global : symbol.nonlocal) = true;
        if (!global) nonlocals_.push_back({scope_, id, &node});
    }

    void pattern(ast::Pattern* node) {
        if (!node) return;
        using K = ast::PatternKind;
        switch (node->kind) {
        case K::MatchValue:
            return expression(ast::as<ast::MatchValue>(*node).value);
        case K::MatchSingleton:
            return;
        case K::MatchSequence:
            for (ast::Pattern* each : ast::as<ast::MatchSequence>(*node).patterns) pattern(each);
            return;
        case K::MatchMapping: {
            auto& mapping = ast::as<ast::MatchMapping>(*node);
            expressions(mapping.keys);
            for (ast::Pattern* each : mapping.patterns) pattern(each);
            if (mapping.rest) bind(mapping.rest);
            return;
        }
        case K::MatchClass: {
            auto& match = ast::as<ast::MatchClass>(*node);
            expression(match.type);
            for (ast::Pattern* each : match.patterns) pattern(each);
            for (ast::Pattern* each : match.keyword_patterns) pattern(each);
            return;
        }
        case K::MatchStar: {
            auto& star = ast::as<ast::MatchStar>(*node);
            if (!star.name) return;
            bind(star.name);
            scope_->uses.push_back({&star.access, &star.slot, star.name});
            return;
        }
        case K::MatchAs: {
            auto& capture = ast::as<ast::MatchAs>(*node);
            pattern(capture.pattern);
            if (!capture.name) return;
            bind(capture.name);
            scope_->uses.push_back({&capture.access, &capture.slot, capture.name});
            return;
        }
        case K::MatchOr:
            for (ast::Pattern* each : ast::as<ast::MatchOr>(*node).patterns) pattern(each);
            return;
        }
    }

    // ---- step two: names of scopes around

    void resolve(Scope& scope) {
        // Looking outwards may add symbols to this very scope; those are none of ours.
        for (std::size_t at = 0, count = scope.symbols.size(); at < count; ++at) {
            Identifier id = scope.symbols.name(at);
            const Symbol& symbol = scope.symbols[at];
            if (symbol.global) continue;
            if (symbol.bound && !symbol.nonlocal) continue;
            std::int32_t outer = cell_slot(scope.parent, id);
            if (outer >= 0) capture(scope, id, outer);
        }
        for (const auto& [holder, id, node] : nonlocals_)
            if (holder == &scope && scope.symbol(id).slot < 0)
                error(fmt::format("no binding for nonlocal '{}' found", id.text()), node->where);
        for (auto& child : scope.children) resolve(*child);
    }

    void capture(Scope& scope, Identifier id, std::int32_t from) {
        Symbol& symbol = scope.symbol(id);
        if (symbol.slot >= 0) return;
        symbol.cell = true;
        symbol.slot = new_slot(*scope.code, id);
        scope.code->captures.push_back(
            {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(symbol.slot)});
    }

    std::int32_t new_slot(Code& code, Identifier id) {
        code.slots.push_back(id);
        return static_cast<std::int32_t>(code.slots.size() - 1);
    }

    // The slot of the cell through which `scope` reaches the variable; -1 where it is a global.
    std::int32_t cell_slot(Scope* scope, Identifier id) {
        if (!scope || scope->code->kind == ScopeKind::Module) return -1;
        if (scope->code->kind == ScopeKind::Class) {
            if (id == class_id_) {
                if (scope->code->class_cell < 0) {
                    scope->code->class_cell = new_slot(*scope->code, id);
                    scope->code->own_cells.push_back(static_cast<std::uint32_t>(scope->code->class_cell));
                }
                return scope->code->class_cell;
            }
            // The class's own names are not seen from inside; it hands the outer variable through.
            if (auto found = passed_.find({scope, id}); found != passed_.end()) return found->second;
            if (const Symbol* own = scope->symbols.find(id); own && own->slot >= 0) return own->slot;
            std::int32_t outer = cell_slot(scope->parent, id);
            if (outer < 0) return -1;
            std::int32_t slot = new_slot(*scope->code, id);
            scope->code->captures.push_back(
                {static_cast<std::uint32_t>(outer), static_cast<std::uint32_t>(slot)});
            passed_[{scope, id}] = slot;
            return slot;
        }
        if (Symbol* found = scope->symbols.find(id)) {
            Symbol& symbol = *found;
            if (symbol.global) return -1;
            if (symbol.cell) return symbol.slot;
            if (symbol.bound && !symbol.nonlocal) {
                symbol.cell = true;
                if (symbol.slot < 0) symbol.slot = new_slot(*scope->code, id);
                scope->code->own_cells.push_back(static_cast<std::uint32_t>(symbol.slot));
                return symbol.slot;
            }
        }
        std::int32_t outer = cell_slot(scope->parent, id);
        if (outer < 0) return -1;
        capture(*scope, id, outer);
        return scope->symbol(id).slot;
    }

    // ---- step three: every name gets its place

    void finish(Scope& scope) {
        Code& code = *scope.code;
        for (std::size_t at = 0; at < scope.symbols.size(); ++at) {
            Identifier id = scope.symbols.name(at);
            Symbol& symbol = scope.symbols[at];
            bool local = symbol.bound && !symbol.global && !symbol.nonlocal;
            if (scope.is_function() && local && symbol.slot < 0) symbol.slot = new_slot(code, id);
            if (code.kind == ScopeKind::Module) continue;
            // What is bound outside of ast::Name.
            if (symbol.bound)
                code.places.push_back(
                    {id, access(scope, symbol), static_cast<std::uint32_t>(std::max(symbol.slot, 0))});
        }
        if (scope.is_function())
            if (const Symbol* own = scope.symbols.find(class_id_); own && own->slot >= 0)
                code.class_slot = own->slot;
        for (NameUse& use : scope.uses) {
            const Symbol& symbol = *scope.symbols.find(use.id);
            *use.access = static_cast<std::uint8_t>(access(scope, symbol));
            if (symbol.slot >= 0) *use.slot = static_cast<std::uint32_t>(symbol.slot);
        }
        for (auto& child : scope.children) finish(*child);
    }

    Access access(const Scope& scope, const Symbol& symbol) {
        if (scope.code->kind == ScopeKind::Module) return Access::Namespace;
        if (symbol.global) return Access::Global;
        if (scope.code->kind == ScopeKind::Class) {
            if (symbol.slot < 0) return Access::Namespace;
            return symbol.nonlocal ? Access::Cell : Access::ClassCell;
        }
        if (symbol.slot < 0) return Access::Global;
        return symbol.cell ? Access::Cell : Access::Local;
    }

    struct Declaration {
        Scope* scope;
        Identifier id;
        const ast::Statement* node;
    };
    struct PassedHash {
        std::size_t operator()(const std::pair<Scope*, Identifier>& key) const {
            return std::hash<Scope*>{}(key.first) ^ key.second.hash();
        }
    };

    Unit& unit_;
    Scope* scope_ = nullptr;
    std::string class_name_;
    bool future_annotations_ = false;
    Identifier class_id_, super_id_;
    std::vector<Declaration> nonlocals_;
    std::unordered_map<std::pair<Scope*, Identifier>, std::int32_t, PassedHash> passed_;
};

} // namespace

void analyse_body(Code& code, ast::Sequence<ast::Statement*> body) {
    ScopeBuilder(*code.unit).run(code, body);
}

Code& analyse_part(Unit& unit, ast::Sequence<ast::Statement*> statements) {
    return ScopeBuilder(unit).run(statements);
}

void analyse_scopes(Unit& unit) {
    ScopeBuilder(unit).run();
    check_placement(*unit.tree, unit.file);
}

} // namespace limbeck::python
