// BLAKE2b and BLAKE2s (RFC 7693) with keys, sizes, salts and the parameters of trees, which libcrypto has
// not.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace limbeck::python {

// The lengths are those of BLAKE2b; of BLAKE2s each is half. Callers have checked them.
struct Blake2Parameters {
    std::size_t digest_size = 64; // bytes, 1 to 64
    std::string key;              // at most 64 bytes
    std::string salt;             // at most 16 bytes
    std::string person;           // at most 16 bytes
    std::uint8_t fanout = 1;
    std::uint8_t depth = 1;
    std::uint32_t leaf_size = 0;
    std::uint64_t node_offset = 0; // 48 bits in BLAKE2s
    std::uint8_t node_depth = 0;
    std::uint8_t inner_size = 0;
    bool last_node = false;
};

// `Word` is std::uint64_t for BLAKE2b, std::uint32_t for BLAKE2s.
template <typename Word> class Blake2 {
  public:
    explicit Blake2(const Blake2Parameters& parameters);

    void update(std::string_view data);
    // The digest of what came so far; more may follow.
    std::string digest() const;

    static constexpr std::size_t block_size = 16 * sizeof(Word);

  private:
    void compress(const unsigned char* block, bool last);

    std::array<Word, 8> state_{};
    std::uint64_t counted_ = 0; // bytes; more than 2^64 of them never come
    std::array<unsigned char, block_size> buffer_{};
    std::size_t buffered_ = 0;
    std::size_t digest_size_;
    bool last_node_;
};

extern template class Blake2<std::uint32_t>;
extern template class Blake2<std::uint64_t>;

} // namespace limbeck::python
