#include "python/arguments.hpp"

#include "python/runtime.hpp"

#include <fmt/format.h>

#include <charconv>
#include <stdexcept>

namespace limbeck::python {

namespace {

// "'a'", "'a' and 'b'", "'a', 'b', and 'c'"
std::string listed(const std::vector<std::string>& names) {
    if (names.size() == 1) return names[0];
    if (names.size() == 2) return names[0] + " and " + names[1];
    std::string out;
    for (std::size_t at = 0; at < names.size(); ++at) {
        if (at > 0) out += at + 1 == names.size() ? ", and " : ", ";
        out += names[at];
    }
    return out;
}

[[noreturn]] void raise_missing(const std::string& function, const char* sort,
                                const std::vector<std::string>& names) {
    raise(Exc::TypeError, fmt::format("{}() missing {} required {} argument{}: {}", function, names.size(),
                                      sort, names.size() == 1 ? "" : "s", listed(names)));
}

[[noreturn]] void raise_too_many(const ParameterList& parameters, const Callee& callee, std::size_t given,
                                 const Value* slots) {
    std::size_t optional = 0, keyword_only_given = 0;
    for (std::size_t at = 0; at < parameters.positional; ++at) optional += callee.default_of(at).provided;
    for (std::size_t at = 0; at < parameters.keyword_only; ++at)
        keyword_only_given += slots[parameters.positional + at].exists();
    std::size_t most = parameters.positional;
    std::string takes =
        optional ? fmt::format("from {} to {}", most - optional, most) : fmt::format("{}", most);
    std::string extra;
    if (keyword_only_given)
        extra = fmt::format(" positional argument{} (and {} keyword-only argument{})", given == 1 ? "" : "s",
                            keyword_only_given, keyword_only_given == 1 ? "" : "s");
    raise(Exc::TypeError, fmt::format("{}() takes {} positional argument{} but {}{} {} given", callee.name(),
                                      takes, most == 1 && !optional ? "" : "s", given, extra,
                                      given == 1 && !keyword_only_given ? "was" : "were"));
}

void bind_keywords(const ParameterList& parameters, const Callee& callee, const Arguments& given,
                   Value* slots, Dict* rest) {
    std::size_t named = parameters.positional + parameters.keyword_only;
    for (const KeywordArgument& keyword : given.keywords) {
        std::size_t at = parameters.positional_only;
        while (at < named && parameters.names[at] != keyword.name) ++at;
        if (at == named) { // not the same object: compare texts
            at = parameters.positional_only;
            while (at < named && parameters.names[at]->text != keyword.name->text) ++at;
        }
        if (at < named) {
            if (slots[at].exists())
                raise(Exc::TypeError, fmt::format("{}() got multiple values for argument '{}'", callee.name(),
                                                  keyword.name->text));
            slots[at] = keyword.value;
            continue;
        }
        if (rest) {
            rest->table.set(keyword.name, keyword.value);
            continue;
        }
        std::string positional_only;
        for (const KeywordArgument& other : given.keywords)
            for (std::size_t i = 0; i < parameters.positional_only; ++i)
                if (parameters.names[i]->text == other.name->text)
                    positional_only += (positional_only.empty() ? "" : ", ") + other.name->text;
        if (!positional_only.empty())
            raise(Exc::TypeError,
                  fmt::format("{}() got some positional-only arguments passed as keyword arguments: '{}'",
                              callee.name(), positional_only));
        raise(Exc::TypeError,
              fmt::format("{}() got an unexpected keyword argument '{}'", callee.name(), keyword.name->text));
    }
}

} // namespace

void bind_arguments(const ParameterList& parameters, const Arguments& given, const Callee& callee,
                    Value* slots) {
    std::size_t count = given.count();
    std::size_t direct = std::min(count, parameters.positional);
    for (std::size_t at = 0; at < direct; ++at) slots[at] = given[at];
    if (parameters.star >= 0) {
        std::vector<Value> rest;
        for (std::size_t at = direct; at < count; ++at) rest.push_back(given[at]);
        slots[parameters.star] = rest.empty() ? rt().empty_tuple : make_tuple(std::move(rest));
    }
    Ref<Dict> keywords;
    if (parameters.double_star >= 0) {
        keywords = make<Dict>(types().dict);
        slots[parameters.double_star] = keywords;
    }
    if (!given.keywords.empty()) bind_keywords(parameters, callee, given, slots, keywords.get());
    if (count > parameters.positional && parameters.star < 0)
        raise_too_many(parameters, callee, count, slots);
    if (direct < parameters.positional + parameters.keyword_only) {
        std::vector<std::string> missing;
        for (std::size_t at = direct; at < parameters.positional + parameters.keyword_only; ++at) {
            if (at == parameters.positional && !missing.empty()) break;
            if (slots[at].exists()) continue;
            DefaultValue value = callee.default_of(at);
            if (!value.provided)
                missing.push_back("'" + parameters.names[at]->text + "'");
            else if (value.value)
                slots[at] = *value.value;
            if (at + 1 == parameters.positional && !missing.empty())
                raise_missing(callee.name(), "positional", missing);
        }
        if (!missing.empty()) raise_missing(callee.name(), "keyword-only", missing);
    }
}

// ---- declarations of native functions

namespace {

class SignatureParser {
  public:
    explicit SignatureParser(std::string_view text) : text_(text) {}

    std::unique_ptr<Signature> parse() {
        std::size_t open = text_.find('(');
        if (open == std::string_view::npos || text_.back() != ')') fail();
        at_ = open + 1;
        bool after_star = false;
        skip();
        std::vector<std::pair<Str*, bool>> specials;
        Str* star = nullptr;
        Str* double_star = nullptr;
        while (text_[at_] != ')') {
            if (text_.substr(at_, 2) == "**") {
                at_ += 2;
                double_star = name();
            } else if (text_[at_] == '*') {
                ++at_;
                after_star = true;
                if (text_[at_] != ',') star = name();
            } else if (text_[at_] == '/') {
                ++at_;
                made_->list.positional_only = made_->names.size();
            } else {
                parameter();
                (after_star ? made_->list.keyword_only : made_->list.positional) += 1;
            }
            skip();
            if (text_[at_] == ',') ++at_;
            skip();
        }
        if (star) {
            made_->list.star = static_cast<std::int32_t>(made_->names.size());
            add(star, true, Value());
        }
        if (double_star) {
            made_->list.double_star = static_cast<std::int32_t>(made_->names.size());
            add(double_star, true, Value());
        }
        made_->list.names = made_->names;
        return std::move(made_);
    }

  private:
    [[noreturn]] void fail() const { throw std::logic_error("malformed declaration: " + std::string(text_)); }
    void skip() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
        if (at_ >= text_.size()) fail();
    }
    Str* name() {
        skip();
        std::size_t start = at_;
        while (at_ < text_.size() &&
               (std::isalnum(static_cast<unsigned char>(text_[at_])) || text_[at_] == '_'))
            ++at_;
        if (start == at_) fail();
        return intern(text_.substr(start, at_ - start));
    }
    void add(Str* parameter_name, bool optional, Value value) {
        made_->names.push_back(parameter_name);
        made_->has_default.push_back(optional);
        made_->defaults.push_back(std::move(value));
    }
    void parameter() {
        Str* own = name();
        skip();
        if (text_[at_] == ':') { // an annotation, for readers only
            int depth = 0;
            while (depth > 0 || (text_[at_] != ',' && text_[at_] != '=' && text_[at_] != ')')) {
                if (text_[at_] == '[') ++depth;
                if (text_[at_] == ']') --depth;
                if (++at_ >= text_.size()) fail();
            }
        }
        if (text_[at_] != '=') return add(own, false, Value());
        ++at_;
        skip();
        add(own, true, literal());
    }
    Value literal() {
        char c = text_[at_];
        if (c == '\'' || c == '"') {
            std::string content;
            for (++at_; text_[at_] != c; ++at_) {
                if (text_[at_] == '\\') {
                    ++at_;
                    content += text_[at_] == 'n'   ? '\n'
                               : text_[at_] == 't' ? '\t'
                               : text_[at_] == 'r' ? '\r'
                                                   : text_[at_];
                } else {
                    content += text_[at_];
                }
            }
            ++at_;
            return make_str(content);
        }
        std::size_t start = at_;
        while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != ' ' &&
               !(text_[at_] == ')' && text_.substr(start, at_ - start) != "("))
            ++at_;
        std::string_view word = text_.substr(start, at_ - start);
        if (word == "None") return Value::none();
        if (word == "True") return Value::boolean(true);
        if (word == "False") return Value::boolean(false);
        if (word == "...") return Value();
        if (word == "()") return make_tuple();
        if (word == "b''" || word == "b\"\"") return make_bytes("");
        if (word.find_first_of(".e") == std::string_view::npos) {
            std::int64_t integer = 0;
            auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), integer);
            if (error == std::errc() && end == word.data() + word.size()) return Value::integer(integer);
        }
        double number = 0;
        auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
        if (error != std::errc() || end != word.data() + word.size()) fail();
        return Value::number(number);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::unique_ptr<Signature> made_ = std::make_unique<Signature>();
};

} // namespace

std::unique_ptr<Signature> parse_signature(std::string_view declaration) {
    return SignatureParser(declaration).parse();
}

} // namespace limbeck::python
