#include "python/stdlib/modules.hpp"
#include "python/stdlib/random_core.hpp"

#include <openssl/rand.h>

namespace limbeck::python {

namespace {

struct TwisterState final : NativeState {
    MersenneTwister twister;
};

MersenneTwister& own(Call& call) {
    return call.state<TwisterState>().twister;
}

std::string random_bytes(std::size_t count) {
    std::string bytes(count, '\0');
    if (count && RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1)
        raise(Exc::OSError, "no random bytes to be had");
    return bytes;
}

// Big-endian bytes as an int.
Value int_of(const std::string& bytes) {
    return call_method(class_value(builtin_class("int")), "from_bytes",
                       {make_bytes(bytes), make_str(std::string_view("big"))});
}

void seed(MersenneTwister& twister, const Value& value) {
    // The number's size alone counts; its bytes come lowest first.
    Value size = absolute(value);
    std::int64_t bits = as_index(call_method(size, "bit_length"));
    std::int64_t count = std::max<std::int64_t>(4, (bits + 31) / 32 * 4);
    Value made = call_method(size, "to_bytes", {Value::integer(count), make_str(std::string_view("little"))});
    const std::string& bytes = *bytes_if(made);
    std::vector<std::uint32_t> key;
    for (std::size_t i = 0; i < bytes.size(); i += 4) {
        std::uint32_t word = 0;
        for (std::size_t j = 4; j-- > 0;) word = word << 8 | static_cast<unsigned char>(bytes[i + j]);
        key.push_back(word);
    }
    twister.seed(key);
}

Value bits(MersenneTwister& twister, std::int64_t count) {
    if (count < 0) raise(Exc::ValueError, "number of bits must be non-negative");
    if (count == 0) return Value::integer(0);
    if (count <= 32) return Value::integer(twister.next() >> (32 - count));
    std::string bytes; // big-endian, the first word lowest
    for (std::int64_t rest = count; rest > 0; rest -= 32) {
        std::uint32_t word = twister.next();
        if (rest < 32) word >>= 32 - rest;
        for (int i = 0; i < 4; ++i) bytes.insert(bytes.begin(), static_cast<char>(word >> (8 * i)));
    }
    return int_of(bytes);
}

} // namespace

void populate_random_core(ModuleBuilder& module) {
    ClassBuilder type = module.define_class("Random");
    type.static_method("__new__(cls, *args, **kwargs)", [](Call& call) {
        Value made = make_instance(as_class(call[0]));
        attach_state<TwisterState>(made);
        return made;
    });
    type.method("_seed_number(self, number)", [](Call& call) {
        seed(own(call), call[1]);
        return Value::none();
    });
    type.method("random(self)", [](Call& call) { return Value::number(own(call).real()); });
    type.method("getrandbits(self, k, /)", [](Call& call) { return bits(own(call), as_index(call[1])); });
    type.method("_words(self)", [](Call& call) {
        std::vector<Value> words;
        for (std::uint32_t word : own(call).words) words.push_back(Value::integer(word));
        words.push_back(Value::integer(own(call).index));
        return make_tuple(std::move(words));
    });
    type.method("_set_words(self, words)", [](Call& call) {
        std::vector<Value> words = to_vector(call[1]);
        if (words.size() != MersenneTwister::size + 1)
            raise(Exc::ValueError, "state vector is the wrong size");
        for (std::size_t i = 0; i < MersenneTwister::size; ++i)
            own(call).words[i] = static_cast<std::uint32_t>(as_index(words[i]));
        std::int64_t index = as_index(words.back());
        if (index < 0 || index > MersenneTwister::size) raise(Exc::ValueError, "invalid state");
        own(call).index = static_cast<int>(index);
        return Value::none();
    });
    module.function("urandom(size)", [](Call& call) {
        std::int64_t size = as_index(call[0]);
        if (size < 0) raise(Exc::ValueError, "negative argument not allowed");
        if (size > 1 << 26) raise(Exc::MemoryError, "");
        return make_bytes(random_bytes(static_cast<std::size_t>(size)));
    });
}

} // namespace limbeck::python
