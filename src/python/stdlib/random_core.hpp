// The Mersenne Twister as Python seeds and reads it, so that seeded sequences are CPython's.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace limbeck::python {

class MersenneTwister {
  public:
    MersenneTwister() { seed_number(5489); }
    // By an integer of any size, in 32-bit words, lowest first (at least one).
    void seed(std::span<const std::uint32_t> key);
    std::uint32_t next();
    // In [0, 1), with 53 bits.
    double real();

    static constexpr int size = 624;
    std::array<std::uint32_t, size> words{};
    int index = size;

  private:
    void seed_number(std::uint32_t number);
};

} // namespace limbeck::python
