// The inside of the dump, shared by its files: ast_dump.cpp (layout and parts), ast_dump_statements.cpp,
// ast_dump_expressions.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "python/ast.hpp"
#include "python/ast_dump.hpp"
#include "python/literal_repr.hpp"
#include "python/source.hpp"
#include "python/token.hpp"

namespace limbeck::python {

class Dumper {
  public:
    Dumper(const Source& source, const DumpOptions& options)
        : source_(source), options_(options), old_(options.form == DumpOptions::Form::Python311),
          unicode_(old_ ? UnicodeVersion::Unicode14 : UnicodeVersion::Current) {}

    std::string module(const ast::Module& node);
    std::string expression_tree(const ast::Expression& node);

  private:
    // A node or list being written.
    struct Frame {
        std::size_t start;
        int count;
        bool simple;
    };

    void open(std::string_view name);
    void close();
    void close_at(const ast::Span& where);
    void open_list();
    void close_list();
    void separate();
    void field(std::string_view name);

    void number(std::string_view name, int value);
    void identifier(std::string_view name, Identifier value);
    void text(std::string_view name, std::string_view value);
    void symbol(std::string_view name, std::string_view value);
    void context(ast::Context value);
    // Left out where the child is null.
    void child(std::string_view name, const ast::Expression* value) {
        if (!value) return;
        field(name);
        expression(*value);
    }
    template <class T> void list(std::string_view name, const ast::Sequence<T>& items) {
        if (items.empty() && !old_) return;
        field(name);
        open_list();
        for (const T& one : items) {
            separate();
            item(one);
        }
        close_list();
    }

    void item(Identifier value);
    void item(const ast::Expression* value);
    void item(const ast::Statement* node);
    void item(const ast::Pattern* node);
    void item(const ast::Parameter* node);
    void item(const ast::Keyword* node);
    void item(const ast::Alias* node);
    void item(const ast::WithItem* node);
    void item(const ast::Comprehension* node);
    void item(const ast::ExceptHandler* node);
    void item(const ast::MatchCase* node);
    void item(const ast::TypeParameter* node);

    void parameters(const ast::Parameters& node);
    void function(const ast::Function& node);
    void loop(const ast::ForLoop& node);
    void with(const ast::WithBlock& node);
    void try_(const ast::TryBlock& node);

    void expression(const ast::Expression& node);
    void comprehension(std::string_view name, const ast::Expression* element,
                       const ast::Sequence<ast::Comprehension*>& generators);
    void constant(const ast::Constant& node);
    void joined(const ast::JoinedStr& node);
    void format_spec(const ast::JoinedStr& node, const ast::Span& piece);
    void formatted_value(const ast::FormattedValue& node);

    // The piece of an f-string (of several that stand side by side) around a field of it.
    ast::Span piece_around(const ast::Span& field);
    // Where 3.11 said that the tuple of a field is: it put parentheses of its own around the expression.
    ast::Span tuple_in_field(const ast::Tuple& tuple, const ast::Span& field);
    const std::vector<Token>& tokens();
    std::size_t token_at(int line, int column);
    std::size_t end_of_bracket(std::size_t at);

    const Source& source_;
    std::vector<Token> tokens_;
    DumpOptions options_;
    bool old_; // the form of 3.11
    UnicodeVersion unicode_;
    std::string out_;
    std::vector<Frame> frames_;
    int level_ = 0;
    // Inside an f-string of the old form: where its own parts are said to be.
    std::optional<ast::Span> fixed_where_;
};

} // namespace limbeck::python
