#include "python/stdlib/random_core.hpp"

#include <algorithm>

namespace limbeck::python {

void MersenneTwister::seed_number(std::uint32_t number) {
    words[0] = number;
    for (std::uint32_t i = 1; i < size; ++i)
        words[i] = 1812433253U * (words[i - 1] ^ (words[i - 1] >> 30)) + i;
    index = size;
}

void MersenneTwister::seed(std::span<const std::uint32_t> key) {
    seed_number(19650218U);
    std::size_t i = 1, j = 0;
    for (std::size_t k = std::max<std::size_t>(size, key.size()); k; --k) {
        words[i] = (words[i] ^ ((words[i - 1] ^ (words[i - 1] >> 30)) * 1664525U)) + key[j] +
                   static_cast<std::uint32_t>(j);
        if (++i >= size) {
            words[0] = words[size - 1];
            i = 1;
        }
        if (++j >= key.size()) j = 0;
    }
    for (std::size_t k = size - 1; k; --k) {
        words[i] = (words[i] ^ ((words[i - 1] ^ (words[i - 1] >> 30)) * 1566083941U)) -
                   static_cast<std::uint32_t>(i);
        if (++i >= size) {
            words[0] = words[size - 1];
            i = 1;
        }
    }
    words[0] = 0x80000000U;
}

std::uint32_t MersenneTwister::next() {
    if (index >= size) {
        for (int k = 0; k < size; ++k) {
            auto at = [&](int i) -> std::uint32_t& { return words[static_cast<std::size_t>(i % size)]; };
            std::uint32_t y = (at(k) & 0x80000000U) | (at(k + 1) & 0x7FFFFFFFU);
            at(k) = at(k + 397) ^ (y >> 1) ^ (y & 1 ? 0x9908B0DFU : 0);
        }
        index = 0;
    }
    std::uint32_t y = words[static_cast<std::size_t>(index++)];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9D2C5680U;
    y ^= (y << 15) & 0xEFC60000U;
    return y ^ (y >> 18);
}

double MersenneTwister::real() {
    std::uint32_t a = next() >> 5, b = next() >> 6;
    return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
}

} // namespace limbeck::python
