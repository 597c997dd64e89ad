#include "sqlalchemy/create_table_text.hpp"

#include "support/text.hpp"

#include <algorithm>

namespace limbeck::sqlalchemy {

namespace {

struct Token {
    enum class Kind { word, quoted, symbol } kind;
    std::size_t start, end; // in the text
    std::string value;      // a quoted name without its quotes; a word as written
};

// The name inside quotes, a doubled closing quote standing for one.
std::string unquote(std::string_view text) {
    char close = text.front() == '[' ? ']' : text.front();
    std::string out;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        out += text[i];
        if (text[i] == close && i + 2 < text.size() && text[i + 1] == close) ++i;
    }
    return out;
}

std::vector<Token> tokens_of(std::string_view sql) {
    std::vector<Token> tokens;
    auto is_word = [](char c) {
        return (c & 0x80) != 0 || c == '_' || c == '$' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
               (c >= 'A' && c <= 'Z');
    };
    std::size_t at = 0;
    while (at < sql.size()) {
        std::size_t start = at;
        char c = sql[at];
        if (text::is_space(c)) {
            ++at;
        } else if (sql.substr(at).starts_with("--")) {
            at = std::min(sql.find('\n', at), sql.size());
        } else if (sql.substr(at).starts_with("/*")) {
            std::size_t end = sql.find("*/", at + 2);
            at = end == std::string_view::npos ? sql.size() : end + 2;
        } else if (c == '"' || c == '\'' || c == '`' || c == '[') {
            char close = c == '[' ? ']' : c;
            for (++at; at < sql.size(); ++at)
                if (sql[at] == close) {
                    if (at + 1 < sql.size() && sql[at + 1] == close)
                        ++at;
                    else
                        break;
                }
            at = std::min(at + 1, sql.size());
            tokens.push_back({Token::Kind::quoted, start, at, unquote(sql.substr(start, at - start))});
        } else if (is_word(c)) {
            while (at < sql.size() && is_word(sql[at])) ++at;
            tokens.push_back({Token::Kind::word, start, at, std::string(sql.substr(start, at - start))});
        } else {
            ++at;
            tokens.push_back({Token::Kind::symbol, start, at, std::string(1, c)});
        }
    }
    return tokens;
}

class Reader {
  public:
    explicit Reader(std::string_view sql) : sql_(sql), tokens_(tokens_of(sql)) {}

    CreateTableText read() {
        for (at_ = 0; at_ < tokens_.size();) read_clause();
        return std::move(found_);
    }

  private:
    bool word(std::size_t index, std::string_view wanted) const {
        return index < tokens_.size() && tokens_[index].kind == Token::Kind::word &&
               text::to_upper(tokens_[index].value) == wanted;
    }
    bool symbol(std::size_t index, char wanted) const {
        return index < tokens_.size() && tokens_[index].kind == Token::Kind::symbol &&
               tokens_[index].value[0] == wanted;
    }
    bool name(std::size_t index) const {
        return index < tokens_.size() && tokens_[index].kind != Token::Kind::symbol;
    }
    // The index of the parenthesis that closes the one at `open`; the end where there is none.
    std::size_t closing(std::size_t open) const {
        int depth = 0;
        for (std::size_t i = open; i < tokens_.size(); ++i) {
            if (symbol(i, '(')) ++depth;
            if (symbol(i, ')') && --depth == 0) return i;
        }
        return tokens_.size();
    }
    // "CONSTRAINT name" before this token.
    std::optional<std::string> name_before(std::size_t index) const {
        if (index >= 2 && name(index - 1) && word(index - 2, "CONSTRAINT")) return tokens_[index - 1].value;
        return std::nullopt;
    }
    std::vector<std::string> names_between(std::size_t open, std::size_t close) const {
        std::vector<std::string> names;
        for (std::size_t i = open + 1; i < close; ++i)
            if (name(i)) names.push_back(tokens_[i].value);
        return names;
    }
    std::string text_between(std::size_t open, std::size_t close) const {
        std::size_t end = close < tokens_.size() ? tokens_[close].start : sql_.size();
        return std::string(text::trim(sql_.substr(tokens_[open].end, end - tokens_[open].end)));
    }

    void read_clause() {
        if (word(at_, "CHECK") && symbol(at_ + 1, '(')) return read_check();
        if (word(at_, "PRIMARY") && word(at_ + 1, "KEY")) {
            if (!found_.primary_key_name) found_.primary_key_name = name_before(at_);
            at_ += 2;
        } else if (word(at_, "UNIQUE")) {
            read_unique();
        } else if (word(at_, "FOREIGN") && word(at_ + 1, "KEY") && symbol(at_ + 2, '(')) {
            read_foreign_key();
        } else if (word(at_, "GENERATED") && word(at_ + 1, "ALWAYS") && word(at_ + 2, "AS") &&
                   symbol(at_ + 3, '(')) {
            std::size_t close = closing(at_ + 3);
            found_.generated.emplace_back(column_, text_between(at_ + 3, close));
            at_ = close + 1;
        } else if (symbol(at_, '(')) {
            // The first parenthesis opens the table; those below belong to types and defaults.
            if (++depth_ == 1) start_definition();
            ++at_;
        } else if (symbol(at_, ')')) {
            --depth_;
            ++at_;
        } else if (symbol(at_, ',') && depth_ == 1) {
            start_definition();
            ++at_;
        } else {
            ++at_;
        }
    }

    void start_definition() {
        definition_ = at_ + 1;
        column_ = name(at_ + 1) ? tokens_[at_ + 1].value : std::string();
    }

    void read_check() {
        ReflectedCheck check;
        check.name = name_before(at_);
        std::size_t close = closing(at_ + 1);
        check.sql = text_between(at_ + 1, close);
        found_.checks.push_back(std::move(check));
        at_ = close + 1;
    }

    void read_unique() {
        ReflectedUnique unique;
        if (symbol(at_ + 1, '(')) {
            unique.name = name_before(at_);
            std::size_t close = closing(at_ + 1);
            unique.columns = names_between(at_ + 1, close);
            auto place = found_.uniques.begin() + static_cast<std::ptrdiff_t>(table_level_);
            found_.uniques.insert(place, std::move(unique));
            ++table_level_;
            at_ = close + 1;
            return;
        }
        // A column's own UNIQUE counts where only words stand between the name and it: the reference
        // overlooks it behind a type with arguments, and so the constraint is lost there when a table is made
        // anew.
        bool only_words = at_ >= definition_ + 2;
        for (std::size_t i = definition_ + 1; i < at_; ++i)
            only_words = only_words && tokens_[i].kind == Token::Kind::word;
        if (only_words) {
            unique.columns = {column_};
            found_.uniques.push_back(std::move(unique));
        }
        ++at_;
    }

    void read_foreign_key() {
        ReflectedForeignKey key;
        key.name = name_before(at_);
        std::size_t close = closing(at_ + 2);
        key.columns = names_between(at_ + 2, close);
        at_ = close + 1;
        if (!word(at_, "REFERENCES") || !name(at_ + 1)) return;
        key.referred_table = tokens_[at_ + 1].value;
        at_ += 2;
        // Without columns the primary key is meant; the reference does not see such a clause at all.
        if (!symbol(at_, '(')) return;
        close = closing(at_);
        key.referred_columns = names_between(at_, close);
        at_ = close + 1;
        read_actions(key);
        found_.foreign_keys.push_back(std::move(key));
    }

    void read_actions(ReflectedForeignKey& key) {
        while (word(at_, "ON") && (word(at_ + 1, "DELETE") || word(at_ + 1, "UPDATE"))) {
            std::optional<std::string>& target = word(at_ + 1, "DELETE") ? key.ondelete : key.onupdate;
            at_ += 2;
            std::string action;
            if (word(at_, "SET") || word(at_, "NO")) {
                action = text::to_upper(tokens_[at_].value) + " ";
                ++at_;
            }
            if (at_ < tokens_.size()) action += text::to_upper(tokens_[at_++].value);
            if (action != "NO ACTION") target = action;
        }
        bool negated = word(at_, "NOT") && word(at_ + 1, "DEFERRABLE");
        if (negated) ++at_;
        if (word(at_, "DEFERRABLE")) {
            key.deferrable = !negated;
            ++at_;
        }
        if (word(at_, "INITIALLY") && (word(at_ + 1, "DEFERRED") || word(at_ + 1, "IMMEDIATE"))) {
            key.initially = text::to_upper(tokens_[at_ + 1].value);
            at_ += 2;
        }
    }

    std::string_view sql_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0;
    std::size_t definition_ = 0; // where the current column or constraint begins
    std::string column_;
    std::size_t table_level_ = 0; // how many of `uniques` are UNIQUE clauses
    CreateTableText found_;
};

} // namespace

CreateTableText read_create_table(std::string_view sql) {
    return Reader(sql).read();
}

} // namespace limbeck::sqlalchemy
