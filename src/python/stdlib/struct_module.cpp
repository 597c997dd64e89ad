// _struct: floats as bytes, lowest first; integers need no help.
#include "python/stdlib/modules.hpp"

#include <bit>
#include <cmath>
#include <cstring>

namespace limbeck::python {

namespace {

// IEEE 754 half precision, rounded half to even; nothing where the number is too large.
std::optional<std::uint16_t> to_half(double value) {
    std::uint16_t sign = std::signbit(value) ? 0x8000 : 0;
    if (std::isnan(value)) return static_cast<std::uint16_t>(sign | 0x7E00);
    if (std::isinf(value)) return static_cast<std::uint16_t>(sign | 0x7C00);
    double size = std::fabs(value);
    if (size == 0) return sign;
    int exponent;
    std::frexp(size, &exponent);
    exponent = std::max(exponent - 1, -14);
    double scaled = std::nearbyint(std::ldexp(size, 10 - exponent));
    auto bits = static_cast<std::uint32_t>(scaled);
    // A mantissa that rounded up to the next power carries into the exponent by itself.
    std::uint32_t result =
        bits >= 1024 ? (static_cast<std::uint32_t>(exponent + 15) << 10) + (bits - 1024) : bits;
    if (result >= 0x7C00) return std::nullopt;
    return static_cast<std::uint16_t>(sign | result);
}

double from_half(std::uint16_t bits) {
    int exponent = bits >> 10 & 31;
    double mantissa = bits & 1023;
    double value;
    if (exponent == 31)
        value = mantissa != 0 ? std::nan("") : HUGE_VAL;
    else if (exponent == 0)
        value = std::ldexp(mantissa, -24);
    else
        value = std::ldexp(mantissa + 1024, exponent - 25);
    return bits & 0x8000 ? -value : value;
}

template <class T> std::string little_endian(T value) {
    std::string out(sizeof value, '\0');
    std::memcpy(out.data(), &value, sizeof value);
    if constexpr (std::endian::native == std::endian::big) std::reverse(out.begin(), out.end());
    return out;
}

template <class T> T from_little_endian(std::string bytes) {
    if constexpr (std::endian::native == std::endian::big) std::reverse(bytes.begin(), bytes.end());
    T value;
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

} // namespace

void populate_struct(ModuleBuilder& module) {
    module.function("pack_float(value, size)", [](Call& call) -> Value {
        double value = call.number(0);
        if (call.integer(1) == 8) return make_bytes(little_endian(value));
        if (call.integer(1) == 2) {
            auto half = to_half(value);
            return half ? make_bytes(little_endian(*half)) : Value::none();
        }
        auto narrow = static_cast<float>(value);
        if (std::isinf(narrow) && std::isfinite(value)) return Value::none();
        return make_bytes(little_endian(narrow));
    });
    module.function("unpack_float(data)", [](Call& call) {
        const std::string& data = *bytes_if(call[0]);
        if (data.size() == 8) return Value::number(from_little_endian<double>(data));
        if (data.size() == 4) return Value::number(from_little_endian<float>(data));
        return Value::number(from_half(from_little_endian<std::uint16_t>(data)));
    });
}

} // namespace limbeck::python
