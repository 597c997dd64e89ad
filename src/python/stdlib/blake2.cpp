#include "python/stdlib/blake2.hpp"

#include <algorithm>
#include <bit>

namespace limbeck::python {

namespace {

// What differs between the two: constants of RFC 7693, sections 2.1, 2.6 and 2.7.
template <typename Word> struct Variant;

template <> struct Variant<std::uint64_t> {
    static constexpr int rounds = 12;
    static constexpr int rotations[4] = {32, 24, 16, 63};
    static constexpr std::uint64_t start[8] = {0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B,
                                               0xA54FF53A5F1D36F1, 0x510E527FADE682D1, 0x9B05688C2B3E6C1F,
                                               0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179};
};

template <> struct Variant<std::uint32_t> {
    static constexpr int rounds = 10;
    static constexpr int rotations[4] = {16, 12, 8, 7};
    static constexpr std::uint32_t start[8] = {0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A,
                                               0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19};
};

constexpr std::uint8_t schedule[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
};

template <typename Word> Word load(const unsigned char* from) {
    Word value = 0;
    for (std::size_t i = 0; i < sizeof(Word); ++i) value |= static_cast<Word>(from[i]) << 8 * i;
    return value;
}

void store(unsigned char* to, std::uint64_t value, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; ++i) to[i] = static_cast<unsigned char>(value >> 8 * i);
}

} // namespace

template <typename Word>
Blake2<Word>::Blake2(const Blake2Parameters& parameters)
    : digest_size_(parameters.digest_size), last_node_(parameters.last_node) {
    std::array<unsigned char, 8 * sizeof(Word)> block{};
    constexpr std::size_t offset_bytes = sizeof(Word) == 8 ? 8 : 6;
    block[0] = static_cast<unsigned char>(parameters.digest_size);
    block[1] = static_cast<unsigned char>(parameters.key.size());
    block[2] = parameters.fanout;
    block[3] = parameters.depth;
    store(&block[4], parameters.leaf_size, 4);
    store(&block[8], parameters.node_offset, offset_bytes);
    block[8 + offset_bytes] = parameters.node_depth;
    block[9 + offset_bytes] = parameters.inner_size;
    std::copy(parameters.salt.begin(), parameters.salt.end(), block.end() - 4 * sizeof(Word));
    std::copy(parameters.person.begin(), parameters.person.end(), block.end() - 2 * sizeof(Word));
    for (std::size_t i = 0; i < 8; ++i)
        state_[i] = Variant<Word>::start[i] ^ load<Word>(&block[i * sizeof(Word)]);
    if (!parameters.key.empty()) {
        std::string padded = parameters.key;
        padded.resize(block_size, '\0');
        update(padded);
    }
}

template <typename Word> void Blake2<Word>::update(std::string_view data) {
    while (!data.empty()) {
        // The last block is compressed with its flag, so a full one waits until more comes.
        if (buffered_ == block_size) {
            counted_ += block_size;
            compress(buffer_.data(), false);
            buffered_ = 0;
        }
        std::size_t taken = std::min(block_size - buffered_, data.size());
        std::copy_n(data.begin(), taken, buffer_.begin() + static_cast<std::ptrdiff_t>(buffered_));
        buffered_ += taken;
        data.remove_prefix(taken);
    }
}

template <typename Word> std::string Blake2<Word>::digest() const {
    Blake2 last = *this;
    last.counted_ += buffered_;
    std::fill(last.buffer_.begin() + static_cast<std::ptrdiff_t>(buffered_), last.buffer_.end(), 0);
    last.compress(last.buffer_.data(), true);
    std::array<unsigned char, 8 * sizeof(Word)> bytes{};
    for (std::size_t i = 0; i < 8; ++i) store(&bytes[i * sizeof(Word)], last.state_[i], sizeof(Word));
    return std::string(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(digest_size_));
}

template <typename Word> void Blake2<Word>::compress(const unsigned char* block, bool last) {
    std::array<Word, 16> message, v;
    for (std::size_t i = 0; i < 16; ++i) message[i] = load<Word>(block + i * sizeof(Word));
    for (std::size_t i = 0; i < 8; ++i) {
        v[i] = state_[i];
        v[i + 8] = Variant<Word>::start[i];
    }
    v[12] ^= static_cast<Word>(counted_);
    if constexpr (sizeof(Word) == 4) v[13] ^= static_cast<Word>(counted_ >> 32);
    if (last) v[14] = ~v[14];
    if (last && last_node_) v[15] = ~v[15];
    constexpr const int(&turn)[4] = Variant<Word>::rotations;
    auto mix = [&](std::size_t a, std::size_t b, std::size_t c, std::size_t d, Word x, Word y) {
        v[a] += v[b] + x;
        v[d] = std::rotr(static_cast<Word>(v[d] ^ v[a]), turn[0]);
        v[c] += v[d];
        v[b] = std::rotr(static_cast<Word>(v[b] ^ v[c]), turn[1]);
        v[a] += v[b] + y;
        v[d] = std::rotr(static_cast<Word>(v[d] ^ v[a]), turn[2]);
        v[c] += v[d];
        v[b] = std::rotr(static_cast<Word>(v[b] ^ v[c]), turn[3]);
    };
    for (int round = 0; round < Variant<Word>::rounds; ++round) {
        const std::uint8_t(&order)[16] = schedule[round % 10];
        for (std::size_t i = 0; i < 4; ++i)
            mix(i, 4 + i, 8 + i, 12 + i, message[order[2 * i]], message[order[2 * i + 1]]);
        for (std::size_t i = 0; i < 4; ++i)
            mix(i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4, message[order[8 + 2 * i]],
                message[order[9 + 2 * i]]);
    }
    for (std::size_t i = 0; i < 8; ++i) state_[i] ^= v[i] ^ v[i + 8];
}

template class Blake2<std::uint32_t>;
template class Blake2<std::uint64_t>;

} // namespace limbeck::python
