// The parser's inside, shared by its files: one class, one file for each part of the grammar.
//
//   parser.cpp             entry points, tokens, errors
//   parse_statements.cpp   simple statements
//   parse_compound.cpp     blocks: if, for, with, try, def, class
//   parse_expressions.cpp  operators, from `lambda` and `if` down to `**`
//   parse_atoms.cpp        names, displays, comprehensions, calls, subscripts
//   parse_parameters.cpp   parameters of functions and lambdas, type parameters
//   parse_patterns.cpp     match
//   parse_strings.cpp      strings, f-strings, t-strings
//   parse_targets.cpp      what may be assigned to and deleted
//
// Recursive descent with precedence climbing. A function named after a rule of the reference grammar reads
// it.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "python/lexer.hpp"
#include "python/parser.hpp"
#include "python/token.hpp"

namespace limbeck::python {

class Parser {
  public:
    Parser(Tree& tree, const Limits& limits);
    ~Parser();
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    ast::Module* module();
    ast::Module* indented_module();
    ast::Expression* whole_expression();

  private:
    // ---- tokens (parser.cpp) ----
    TokenKind kind() const { return token_->kind; }
    bool at(TokenKind kind) const { return token_->kind == kind; }
    // The token after the current one; the last token repeats.
    const Token& peek(int distance = 1) const;
    bool at_name(Identifier name) const { return token_->kind == TokenKind::Name && token_->name == name; }
    const Token& advance() { return *token_++; }
    bool accept(TokenKind kind) {
        if (token_->kind != kind) return false;
        ++token_;
        return true;
    }
    // Throws "invalid syntax" at the current token where it is another.
    const Token& expect(TokenKind kind) {
        if (token_->kind != kind) invalid_syntax();
        return *token_++;
    }
    // After a header that must end here in any case; otherwise only a line end is called a missing colon.
    const Token& expect_colon();
    void expect_colon_after(ast::Expression* header);
    Identifier expect_name() { return expect(TokenKind::Name).name; }
    // The last token before the current one that has text.
    const Token& last_token() const;

    ast::Span from(const Token& first) const;
    ast::Span from(const ast::Span& first) const;
    template <class T> T* make(const ast::Span& where) {
        T* node = tree_.arena.make<T>();
        node->where = where;
        return node;
    }

    // ---- errors (parser.cpp) ----
    [[noreturn]] void invalid_syntax() { fail_at(*token_, {}); }
    // With an empty message the generic one: "invalid syntax", "unexpected indent".
    [[noreturn]] void fail_at(const Token& token, std::string message,
                              SyntaxErrorKind kind = SyntaxErrorKind::Syntax);
    [[noreturn]] void fail_at(const ast::Span& where, std::string message);
    [[noreturn]] void raise(std::string message, int line, int column, SyntaxErrorKind kind);
    [[noreturn]] void raise_lexical_error();
    [[noreturn]] void throw_error(std::string message, int line, int column, SyntaxErrorKind kind);
    [[noreturn]] void too_deep();
    // An expression is followed by what cannot follow: a forgotten comma, an old `print`, or plainly invalid.
    [[noreturn]] void unexpected_after(const ast::Expression* value);
    void check_forgotten_comma(const ast::Expression* value);
    // `=` after what is no keyword argument and no statement.
    [[noreturn]] void unexpected_equal(const ast::Expression* value);
    // Whether this could be read from here. Nothing is, except that a lexical error on the way is thrown.
    template <class Function> bool could_read(Function function);
    bool in_brackets() const;

    // ---- depth: see Limits ----
    // One level of the tree: counts how deep the parser is and how high the finished subtrees are.
    class Nest {
      public:
        explicit Nest(Parser& parser) : parser_(parser), outer_height_(parser.height_) {
            parser.height_ = 0;
            if (++parser.depth_ > parser.limits_.depth) parser.too_deep();
            parser.check_stack();
        }
        ~Nest() {
            --parser_.depth_;
            int height = parser_.height_ + 1;
            parser_.height_ = height > outer_height_ ? height : outer_height_;
        }
        Nest(const Nest&) = delete;
        Nest& operator=(const Nest&) = delete;

      private:
        Parser& parser_;
        int outer_height_;
    };
    // A node around what is finished already: `a + b`, then `a + b + c`.
    void add_level() {
        if (++height_ + depth_ > limits_.depth) too_deep();
    }
    // Parses an operand whose height counts apart from what stands to its left.
    template <class Function> auto apart(Function function) {
        int left = height_;
        height_ = 0;
        auto result = function();
        if (left > height_) height_ = left;
        return result;
    }
    void check_stack() {
        char here;
        auto address = reinterpret_cast<std::uintptr_t>(&here);
        std::uintptr_t used = address < stack_start_ ? stack_start_ - address : address - stack_start_;
        if (used > limits_.stack_bytes) too_deep();
    }

    // ---- lists: items are gathered on a stack that all levels share, then copied to the arena ----
    // While a Gather lives, only the youngest one may be added to.
    template <class T> class Gather {
      public:
        explicit Gather(Parser& parser) : parser_(parser), start_(parser.gathered_.size()) {}
        ~Gather() { parser_.gathered_.resize(start_); }
        Gather(const Gather&) = delete;
        Gather& operator=(const Gather&) = delete;

        void add(T item) {
            static_assert(sizeof(T) == sizeof(void*) && std::is_trivially_copyable_v<T>);
            void* slot;
            std::memcpy(&slot, &item, sizeof slot);
            parser_.gathered_.push_back(slot);
        }
        std::size_t size() const { return parser_.gathered_.size() - start_; }
        T operator[](std::size_t index) const {
            T item;
            std::memcpy(&item, &parser_.gathered_[start_ + index], sizeof item);
            return item;
        }
        ast::Sequence<T> finish() {
            std::size_t count = size();
            if (count == 0) return {};
            T* items = static_cast<T*>(parser_.tree_.arena.allocate(count * sizeof(T), alignof(T)));
            std::memcpy(static_cast<void*>(items), parser_.gathered_.data() + start_, count * sizeof(T));
            return {items, static_cast<std::uint32_t>(count)};
        }

      private:
        Parser& parser_;
        std::size_t start_;
    };
    template <class T> ast::Sequence<T> single(T item) {
        T* items = static_cast<T*>(tree_.arena.allocate(sizeof(T), alignof(T)));
        *items = item;
        return {items, 1};
    }

    // ---- statements ----
    using Statements = ast::Sequence<ast::Statement*>;
    using Expressions = ast::Sequence<ast::Expression*>;

    void statement(Gather<ast::Statement*>& out);
    void simple_statements(Gather<ast::Statement*>& out);
    ast::Statement* simple_statement();
    ast::Statement* expression_statement();
    ast::Statement* assignment(const Token& first, ast::Expression* target);
    ast::Statement* annotated_assignment(const Token& first, ast::Expression* target);
    ast::Statement* augmented_assignment(const Token& first, ast::Expression* target);
    ast::Statement* return_statement();
    ast::Statement* raise_statement();
    ast::Statement* delete_statement();
    ast::Statement* assert_statement();
    ast::Statement* import_statement();
    ast::Statement* import_from_statement();
    ast::Sequence<ast::Alias*> imported_names();
    ast::Statement* global_statement();
    template <class T> ast::Statement* names_statement();
    ast::Statement* type_alias();
    Identifier dotted_name();

    ast::Statement* compound_statement(); // null where none begins here
    // `what` completes "expected an indented block after ...".
    Statements block(std::string_view what, const Token& opener);
    ast::Statement* if_statement();
    ast::Statement* while_statement();
    ast::Statement* for_statement(const Token& first, bool is_async);
    ast::Statement* with_statement(const Token& first, bool is_async);
    ast::Sequence<ast::WithItem*> with_items();
    bool parenthesized_with_items(Gather<ast::WithItem*>& items);
    ast::WithItem* with_item();
    ast::Statement* try_statement();
    ast::ExceptHandler* except_handler(bool star);
    Statements else_block();
    ast::Statement* async_statement();
    ast::Statement* decorated();
    ast::Statement* function_definition(const Token& first, bool is_async, Expressions decorators);
    ast::Expression* return_annotation();
    const LazyLines* lazy_body();
    ast::Statement* class_definition(Expressions decorators);

    // ---- match ----
    bool at_match_statement() const;
    ast::Statement* match_statement();
    ast::MatchCase* match_case();
    ast::Pattern* patterns();
    ast::Pattern* pattern();
    ast::Pattern* or_pattern();
    ast::Pattern* closed_pattern();
    ast::Pattern* maybe_star_pattern();
    ast::Pattern* star_pattern();
    ast::Pattern* group_or_sequence_pattern();
    ast::Pattern* mapping_pattern();
    ast::Pattern* class_pattern(ast::Expression* type);
    ast::Expression* mapping_key();
    ast::Expression* name_or_attribute();
    ast::Expression* pattern_number();
    ast::Expression* pattern_real_number();
    Identifier capture_target();

    // ---- expressions ----
    ast::Expression* star_expressions();      // a tuple without parentheses counts
    ast::Expression* star_expression();       // *a or expression
    ast::Expression* star_named_expression(); // *a or a := b or expression
    ast::Expression* named_expression();
    ast::Expression* argument_expression(); // the same where `=` has a meaning of its own
    ast::Expression* expression();
    ast::Expression* expressions(); // a tuple without stars
    ast::Expression* yield_or_star_expressions();
    ast::Expression* yield_expression();
    ast::Expression* lambda();
    ast::Expression* disjunction();
    ast::Expression* conjunction();
    ast::Expression* inversion();
    ast::Expression* comparison();
    bool compare_operator(ast::CompareOperator& op);
    ast::Expression* bitwise_or() { return binary(0); }
    ast::Expression* binary(int lowest);
    ast::Expression* factor();
    ast::Expression* power();
    ast::Expression* primary();
    ast::Expression* trailers(const Token& first, ast::Expression* value);
    // The rest of a tuple whose first item has been read; the current token is the comma.
    template <class Item> ast::Expression* tuple_after(const Token& first, ast::Expression* item, Item next);
    bool at_expression_end() const;
    bool at_expression_start() const;

    ast::Expression* atom();
    ast::Expression* name(const Token& token);
    ast::Expression* constant(ast::ConstantType type);
    ast::Expression* number();
    ast::Expression* parenthesized();
    ast::Expression* list_display();
    ast::Expression* dict_or_set();
    ast::Expression* dict_display(const Token& open, ast::Expression* key);
    ast::Expression* dict_value();
    ast::Sequence<ast::Comprehension*> comprehension_clauses();
    Expressions comprehension_conditions();
    bool at_comprehension() const;
    void call_arguments(const Token& open, Expressions& arguments, ast::Sequence<ast::Keyword*>& keywords,
                        bool for_class);
    void skip_arguments();
    ast::Expression* subscript_index();
    ast::Expression* tuple_of_slices(const Token& first, ast::Expression* item);
    ast::Expression* slice();
    void expect_closing(TokenKind close, ast::Expression* last);

    // ---- parameters ----
    ast::Parameters* parameters(TokenKind end);
    bool at_names_in_parentheses() const;
    ast::Parameter* parameter(bool annotated, bool starred);
    ast::Sequence<ast::TypeParameter*> type_parameters();
    ast::TypeParameter* type_parameter();

    // ---- strings ----
    struct StringParts;
    ast::Expression* strings();
    ast::Expression* plain_string(const Token& token);
    void formatted_string(StringParts& parts);
    void string_text(const Token& token, StringParts& parts, bool in_spec);
    void field(StringParts& parts);
    ast::Expression* format_spec(const StringParts& outer);

    // ---- targets ----
    // Makes an expression a target, or throws "cannot assign to ...".
    void store(ast::Expression* target, std::string_view after = {});
    void set_context(ast::Expression* target, ast::Context context);
    ast::Expression* target_list(); // of for: ends before `in`
    ast::Expression* with_target();
    // The first part that cannot be a target, or null.
    const ast::Expression* invalid_target(const ast::Expression* target, ast::Context context) const;
    static std::string_view describe(const ast::Expression& expression);

    Tree& tree_;
    Limits limits_;
    Lexed lexed_;
    const Token* token_ = nullptr;
    std::vector<void*> gathered_;
    int depth_ = 0;
    int height_ = 0;
    bool speculating_ = false;
    int reached_line_ = 0; // by looking ahead for the sake of an error message
    std::uintptr_t stack_start_ = 0;
};

template <class Function> bool Parser::could_read(Function function) {
    const Token* start = token_;
    int depth = depth_;
    int height = height_;
    speculating_ = true;
    bool read = true;
    try {
        function();
    } catch (const SyntaxError&) {
        read = false;
    }
    speculating_ = false;
    if (token_->line > reached_line_) reached_line_ = token_->line;
    if (at(TokenKind::Error)) raise_lexical_error();
    token_ = start;
    depth_ = depth;
    height_ = height;
    return read;
}

} // namespace limbeck::python
