#include "database/result.hpp"

#include <cstring>
#include <deque>

namespace limbeck::database {

// Blocks of text that never move, and what a driver left us to keep.
struct ResultBuilder::Arena {
    static constexpr std::size_t block_size = 16 * 1024;

    std::deque<std::string> blocks;
    std::vector<std::shared_ptr<void>> owned;

    std::string_view keep(std::string_view text) {
        if (text.empty()) return {"", 0};
        if (blocks.empty() || blocks.back().capacity() - blocks.back().size() < text.size()) {
            blocks.emplace_back();
            blocks.back().reserve(std::max(block_size, text.size()));
        }
        std::string& block = blocks.back();
        std::size_t start = block.size();
        block.append(text);
        return std::string_view(block).substr(start);
    }
};

ResultBuilder::ResultBuilder() : arena_(std::make_shared<Arena>()) {}

std::string_view ResultBuilder::keep(std::string_view text) {
    return arena_->keep(text);
}

void ResultBuilder::own(std::shared_ptr<void> memory) {
    arena_->owned.push_back(std::move(memory));
}

Result ResultBuilder::take() {
    result_.memory_ = std::move(arena_);
    return std::move(result_);
}

} // namespace limbeck::database
