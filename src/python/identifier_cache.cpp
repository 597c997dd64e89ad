#include "python/identifier_cache.hpp"

#include <utility>

namespace limbeck::python {

namespace {

constexpr std::pair<std::string_view, TokenKind> keywords[] = {
    {"False", TokenKind::KeywordFalse},
    {"None", TokenKind::KeywordNone},
    {"True", TokenKind::KeywordTrue},
    {"and", TokenKind::KeywordAnd},
    {"as", TokenKind::KeywordAs},
    {"assert", TokenKind::KeywordAssert},
    {"async", TokenKind::KeywordAsync},
    {"await", TokenKind::KeywordAwait},
    {"break", TokenKind::KeywordBreak},
    {"class", TokenKind::KeywordClass},
    {"continue", TokenKind::KeywordContinue},
    {"def", TokenKind::KeywordDef},
    {"del", TokenKind::KeywordDel},
    {"elif", TokenKind::KeywordElif},
    {"else", TokenKind::KeywordElse},
    {"except", TokenKind::KeywordExcept},
    {"finally", TokenKind::KeywordFinally},
    {"for", TokenKind::KeywordFor},
    {"from", TokenKind::KeywordFrom},
    {"global", TokenKind::KeywordGlobal},
    {"if", TokenKind::KeywordIf},
    {"import", TokenKind::KeywordImport},
    {"in", TokenKind::KeywordIn},
    {"is", TokenKind::KeywordIs},
    {"lambda", TokenKind::KeywordLambda},
    {"nonlocal", TokenKind::KeywordNonlocal},
    {"not", TokenKind::KeywordNot},
    {"or", TokenKind::KeywordOr},
    {"pass", TokenKind::KeywordPass},
    {"raise", TokenKind::KeywordRaise},
    {"return", TokenKind::KeywordReturn},
    {"try", TokenKind::KeywordTry},
    {"while", TokenKind::KeywordWhile},
    {"with", TokenKind::KeywordWith},
    {"yield", TokenKind::KeywordYield},
};

std::uint32_t hash_of(std::string_view text) {
    std::uint32_t hash = IdentifierCache::hash_seed;
    for (char c : text) hash = IdentifierCache::hash_step(hash, static_cast<unsigned char>(c));
    return hash;
}

} // namespace

IdentifierCache& IdentifierCache::of_this_thread() {
    thread_local IdentifierCache cache;
    return cache;
}

IdentifierCache::IdentifierCache() : slots_(1024) {
    for (auto [text, kind] : keywords) {
        Identifier name = Identifier::intern(text);
        place({hash_of(text), kind, name.text().data(), static_cast<std::uint32_t>(text.size()), name});
    }
}

const IdentifierCache::Entry& IdentifierCache::find(std::string_view text) {
    return find(text.data(), static_cast<std::uint32_t>(text.size()), hash_of(text));
}

const IdentifierCache::Entry& IdentifierCache::add(std::string_view text, std::uint32_t hash) {
    if ((used_ + 1) * 2 > slots_.size()) grow();
    Identifier name = Identifier::intern(text);
    return place({hash, TokenKind::Name, name.text().data(), static_cast<std::uint32_t>(text.size()), name});
}

IdentifierCache::Entry& IdentifierCache::place(const Entry& entry) {
    std::size_t mask = slots_.size() - 1;
    std::size_t at = (entry.hash ^ (entry.hash >> 15)) & mask;
    while (slots_[at].text) at = (at + 1) & mask;
    ++used_;
    return slots_[at] = entry;
}

void IdentifierCache::grow() {
    std::vector<Entry> old(slots_.size() * 2);
    old.swap(slots_);
    used_ = 0;
    for (const Entry& entry : old) {
        if (entry.text) place(entry);
    }
}

} // namespace limbeck::python
