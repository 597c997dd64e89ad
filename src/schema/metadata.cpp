#include "schema/metadata.hpp"

#include "schema/errors.hpp"
#include "schema/table.hpp"
#include "support/text.hpp"

#include <charconv>
#include <openssl/evp.h>

namespace limbeck::schema {

namespace {

// Gives the tokens of a template for one constraint or index.
class Tokens {
  public:
    Tokens(const Constraint* constraint, const Index* index, const Table& table, const MetaData& metadata)
        : constraint_(constraint), index_(index), table_(table), metadata_(metadata) {
        if (constraint_)
            for (const Name& name : constraint_->columns) columns_.push_back(name.text);
        if (constraint_ && constraint_->kind == ConstraintKind::check && constraint_->type_bound_column)
            columns_.push_back(constraint_->type_bound_column->key_or_name());
        else if (constraint_ && constraint_->kind == ConstraintKind::check && constraint_->sqltext)
            collect_columns(*constraint_->sqltext);
        if (index_)
            for (const IndexElement& element : index_->elements) columns_.push_back(column_of(element));
    }

    std::string get(std::string_view token) const {
        auto custom = metadata_.tokens.find(token);
        if (custom != metadata_.tokens.end()) return custom->second(constraint_, index_, table_);
        if (token == "table_name") return table_.name.text;
        if (token == "constraint_name") return constraint_name();
        if (token == "referred_table_name" && is_foreign_key()) return constraint_->referred_table.text;
        std::string text;
        if (column_token(token, text)) return text;
        throw Error("KeyError: " + repr(token));
    }

  private:
    bool is_foreign_key() const { return constraint_ && constraint_->kind == ConstraintKind::foreign_key; }

    // The columns that a condition names, in its order.
    void collect_columns(const Expression& e) {
        if (auto* column = get_if<ColumnRef>(e)) {
            if (!column->literal) columns_.push_back(column->key.empty() ? column->name.text : column->key);
        } else if (auto* grouping = get_if<Grouping>(e)) {
            collect_columns(*grouping->element);
        } else if (auto* unary = get_if<Unary>(e)) {
            collect_columns(*unary->element);
        } else if (auto* cast = get_if<Cast>(e)) {
            collect_columns(*cast->element);
        } else if (auto* binary = get_if<Binary>(e)) {
            collect_columns(*binary->left);
            collect_columns(*binary->right);
        } else if (auto* list = get_if<ExpressionList>(e)) {
            for (const ExpressionPtr& item : list->items) collect_columns(*item);
        } else if (auto* function = get_if<Function>(e)) {
            for (const ExpressionPtr& argument : function->arguments) collect_columns(*argument);
        }
    }

    static std::string column_of(const IndexElement& element) {
        if (!element.column.empty()) return element.column;
        if (auto* ref = dynamic_cast<const ColumnRef*>(element.expression.get()))
            return ref->key.empty() ? ref->name.text : ref->key;
        // desc(), lower(…): the first column inside is the reference's choice too.
        if (auto* unary = dynamic_cast<const Unary*>(element.expression.get()))
            return column_of({"", unary->element});
        if (auto* function = dynamic_cast<const Function*>(element.expression.get()))
            for (const ExpressionPtr& argument : function->arguments)
                if (std::string name = column_of({"", argument}); !name.empty()) return name;
        return "";
    }

    std::string constraint_name() const {
        const std::optional<Name>& name = constraint_ ? constraint_->name : index_->name;
        if (!name || (constraint_ && constraint_->none_name))
            throw InvalidRequestError("Naming convention including %(constraint_name)s token requires that "
                                      "constraint is explicitly "
                                      "named.");
        return name->text;
    }

    // column_0_name, column_0_key, column_0_label, referred_column_0_name, and with 0N or 0_N for all of
    // them.
    bool column_token(std::string_view token, std::string& text) const {
        bool referred = token.starts_with("referred_");
        std::string_view rest = referred ? token.substr(9) : token;
        if (!rest.starts_with("column_")) return false;
        rest.remove_prefix(7);
        std::size_t digits = 0;
        while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9') ++digits;
        if (digits == 0) return false;
        std::size_t index = 0;
        std::from_chars(rest.data(), rest.data() + digits, index);
        rest.remove_prefix(digits);
        bool all = false;
        std::string_view separator;
        if (rest.starts_with("_N_")) {
            all = true;
            separator = "_";
            rest.remove_prefix(3);
        } else if (rest.starts_with("N_")) {
            all = true;
            rest.remove_prefix(2);
        } else if (rest.starts_with("_")) {
            rest.remove_prefix(1);
        } else {
            return false;
        }
        if (referred ? rest != "name" || !is_foreign_key()
                     : rest != "name" && rest != "key" && rest != "label")
            return false;
        if (!all) {
            text = column(index, rest, referred);
            return true;
        }
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (i > 0) text += separator;
            text += column(i, rest, referred);
        }
        return true;
    }

    std::string column(std::size_t index, std::string_view what, bool referred) const {
        if (referred)
            return index < constraint_->referred_columns.size() ? constraint_->referred_columns[index].text
                                                                : "";
        if (index >= columns_.size()) return "";
        const Column* found = table_.find(columns_[index]);
        std::string name = found ? found->name.text : columns_[index];
        if (what == "key") return found ? found->key_or_name() : columns_[index];
        if (what == "name") return name;
        std::string label = table_.schema ? text::replace_all(table_.schema->text, ".", "_") + "_" : "";
        return label + table_.name.text + "_" + name;
    }

    const Constraint* constraint_;
    const Index* index_;
    const Table& table_;
    const MetaData& metadata_;
    std::vector<std::string> columns_;
};

std::string fill(std::string_view pattern, const Tokens& tokens) {
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        if (pattern[at] != '%') {
            out += pattern[at++];
            continue;
        }
        if (pattern.substr(at, 2) == "%%") {
            out += '%';
            at += 2;
            continue;
        }
        std::size_t close = pattern.find(")s", at);
        if (pattern.substr(at, 2) != "%(" || close == pattern.npos)
            throw Error("unsupported format in naming convention: " + repr(pattern));
        out += tokens.get(pattern.substr(at + 2, close - at - 2));
        at = close + 2;
    }
    return out;
}

const std::string* convention_for(const Constraint* constraint, const MetaData& metadata) {
    const char* prefix = nullptr;
    if (!constraint)
        prefix = "ix";
    else
        switch (constraint->kind) {
        case ConstraintKind::primary_key:
            prefix = "pk";
            break;
        case ConstraintKind::foreign_key:
            prefix = "fk";
            break;
        case ConstraintKind::unique:
            prefix = "uq";
            break;
        case ConstraintKind::check:
            prefix = "ck";
            break;
        case ConstraintKind::exclude:
        case ConstraintKind::generic:
            return nullptr;
        }
    auto found = metadata.conventions.find(prefix);
    return found == metadata.conventions.end() ? nullptr : &found->second;
}

std::optional<Name> conventional(const std::optional<Name>& name, bool none_name,
                                 const std::string* convention, const Tokens& tokens) {
    if (name && name->conventional) return name;
    if (!convention) return std::nullopt;
    bool asks_for_name = convention->find("constraint_name") != std::string::npos;
    if (name && !none_name && !asks_for_name) return std::nullopt;
    return Name::conv(fill(*convention, tokens));
}

} // namespace

std::optional<Name> conventional_name(const Constraint& constraint, const Table& table,
                                      const MetaData& metadata) {
    return conventional(constraint.name, constraint.none_name, convention_for(&constraint, metadata),
                        Tokens(&constraint, nullptr, table, metadata));
}

std::optional<Name> conventional_name(const Index& index, const Table& table, const MetaData& metadata) {
    return conventional(index.name, false, convention_for(nullptr, metadata),
                        Tokens(nullptr, &index, table, metadata));
}

std::string shortened(std::string_view name, std::size_t limit) {
    // Limits and slices count characters, as Python does.
    if (text::utf8_length(name) <= limit) return std::string(name);
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    EVP_Digest(name.data(), name.size(), digest, &size, EVP_md5(), nullptr);
    std::size_t bytes = 0, characters = 0;
    while (bytes < name.size() && characters < limit - 8) {
        ++bytes;
        while (bytes < name.size() && (static_cast<unsigned char>(name[bytes]) & 0xc0) == 0x80) ++bytes;
        ++characters;
    }
    return fmt::format("{}_{:02x}{:02x}", name.substr(0, bytes), digest[14], digest[15]);
}

} // namespace limbeck::schema
