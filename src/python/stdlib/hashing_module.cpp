// _hashing: digests through libcrypto, checksums, and the encodings of binascii.
#include "python/stdlib/blake2.hpp"
#include "python/stdlib/modules.hpp"

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>

namespace limbeck::python {

namespace {

const std::string& bytes_argument(const Value& value) {
    if (const std::string* bytes = bytes_if(value)) return *bytes;
    if (is_unresolved(value)) raise_unresolved(value, "use it as bytes");
    if (is_str(value)) raise(Exc::TypeError, "Strings must be encoded before hashing");
    raise(Exc::TypeError, "object supporting the buffer API required");
}

const EVP_MD* algorithm(const std::string& name) {
    std::string plain = name;
    for (char& c : plain)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (plain == "blake2b") return EVP_blake2b512();
    if (plain == "blake2s") return EVP_blake2s256();
    std::replace(plain.begin(), plain.end(), '_', '-');
    if (plain == "shake-128") plain = "SHAKE128";
    if (plain == "shake-256") plain = "SHAKE256";
    return EVP_get_digestbyname(plain.c_str());
}

struct DigestState final : NativeState {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    ~DigestState() override { EVP_MD_CTX_free(context); }
};

// A copy is finished, so that more can be added to the original.
std::string digest(DigestState& state, std::size_t length) {
    EVP_MD_CTX* copy = EVP_MD_CTX_new();
    EVP_MD_CTX_copy_ex(copy, state.context);
    std::string out;
    if (length) {
        out.resize(length);
        EVP_DigestFinalXOF(copy, reinterpret_cast<unsigned char*>(out.data()), length);
    } else {
        out.resize(EVP_MAX_MD_SIZE);
        unsigned size = 0;
        EVP_DigestFinal_ex(copy, reinterpret_cast<unsigned char*>(out.data()), &size);
        out.resize(size);
    }
    EVP_MD_CTX_free(copy);
    return out;
}

template <typename Word> struct Blake2State final : NativeState {
    explicit Blake2State(const Blake2Parameters& parameters) : hash(parameters) {}
    Blake2<Word> hash;
};

// The parameters come in the order of Blake2Parameters, checked (modules/hashlib.py).
template <typename Word> void add_blake2(ModuleBuilder& module, const char* name) {
    using State = Blake2State<Word>;
    ClassBuilder type = module.define_class(name);
    type.method("__init__(self, digest_size, key, salt, person, fanout, depth, leaf_size, node_offset, "
                "node_depth, inner_size, last_node)",
                [](Call& call) {
                    Blake2Parameters parameters;
                    parameters.digest_size = static_cast<std::size_t>(call.integer(1));
                    parameters.key = bytes_argument(call[2]);
                    parameters.salt = bytes_argument(call[3]);
                    parameters.person = bytes_argument(call[4]);
                    parameters.fanout = static_cast<std::uint8_t>(call.integer(5));
                    parameters.depth = static_cast<std::uint8_t>(call.integer(6));
                    parameters.leaf_size = static_cast<std::uint32_t>(call.integer(7));
                    parameters.node_offset = static_cast<std::uint64_t>(call.integer(8));
                    parameters.node_depth = static_cast<std::uint8_t>(call.integer(9));
                    parameters.inner_size = static_cast<std::uint8_t>(call.integer(10));
                    parameters.last_node = call.truth(11);
                    call.attach<State>(parameters);
                    return Value::none();
                });
    type.method("update(self, data)", [](Call& call) {
        call.state<State>().hash.update(bytes_argument(call[1]));
        return Value::none();
    });
    type.method("digest(self)", [](Call& call) { return make_bytes(call.state<State>().hash.digest()); });
    type.method("become(self, other)", [](Call& call) {
        call.state<State>().hash = call.state<State>(1).hash;
        return Value::none();
    });
}

// Both are slow by design: their limits are CPython's.
void add_key_derivation(ModuleBuilder& module) {
    module.function("pbkdf2(name, password, salt, iterations, length)", [](Call& call) {
        const EVP_MD* which = algorithm(call.text(0));
        if (!which) raise(Exc::ValueError, "[digital envelope routines] unsupported");
        const std::string &password = bytes_argument(call[1]), &salt = bytes_argument(call[2]);
        auto length = call.given(4) && !call[4].is_none() ? call.integer(4) : EVP_MD_size(which);
        if (call.integer(3) < 1) raise(Exc::ValueError, "iteration value must be greater than 0.");
        if (length < 1) raise(Exc::ValueError, "key length must be greater than 0.");
        std::string out(static_cast<std::size_t>(length), '\0');
        PKCS5_PBKDF2_HMAC(password.data(), static_cast<int>(password.size()),
                          reinterpret_cast<const unsigned char*>(salt.data()), static_cast<int>(salt.size()),
                          static_cast<int>(call.integer(3)), which, static_cast<int>(length),
                          reinterpret_cast<unsigned char*>(out.data()));
        return make_bytes(out);
    });
    // A str says what is wrong.
    module.function("scrypt(password, salt, n, r, p, maxmem, length)", [](Call& call) -> Value {
        const std::string &password = bytes_argument(call[0]), &salt = bytes_argument(call[1]);
        auto number = [&](std::size_t index) { return static_cast<std::uint64_t>(call.integer(index)); };
        auto derive = [&](unsigned char* out, std::size_t length) {
            return EVP_PBE_scrypt(password.data(), password.size(),
                                  reinterpret_cast<const unsigned char*>(salt.data()), salt.size(), number(2),
                                  number(3), number(4), number(5), out, length) == 1;
        };
        if (!derive(nullptr, 0)) {
            bool memory = ERR_GET_REASON(ERR_peek_last_error()) == EVP_R_MEMORY_LIMIT_EXCEEDED;
            ERR_clear_error();
            return make_str(memory ? "[digital envelope routines] memory limit exceeded"
                                   : "Invalid parameter combination for n, r, p, maxmem.");
        }
        std::string out(static_cast<std::size_t>(call.integer(6)), '\0');
        if (!derive(reinterpret_cast<unsigned char*>(out.data()), out.size()))
            return make_str("Invalid parameter combination for n, r, p, maxmem.");
        return make_bytes(out);
    });
}

void add_digests(ModuleBuilder& module) {
    ClassBuilder type = module.define_class("Digest");
    type.method("__init__(self, name)", [](Call& call) {
        const EVP_MD* which = algorithm(call.text(1));
        if (!which) raise(Exc::ValueError, "unsupported hash type " + call.text(1));
        auto& state = call.attach<DigestState>();
        if (EVP_DigestInit_ex(state.context, which, nullptr) != 1)
            raise(Exc::ValueError, "unsupported hash type " + call.text(1));
        return Value::none();
    });
    type.method("update(self, data)", [](Call& call) {
        const std::string& data = bytes_argument(call[1]);
        EVP_DigestUpdate(call.state<DigestState>().context, data.data(), data.size());
        return Value::none();
    });
    type.method("digest(self, length)", [](Call& call) {
        return make_bytes(digest(call.state<DigestState>(), static_cast<std::size_t>(call.integer(1))));
    });
    type.method("become(self, other)", [](Call& call) {
        EVP_MD_CTX_copy_ex(call.state<DigestState>().context, call.state<DigestState>(1).context);
        return Value::none();
    });
    type.method("sizes(self)", [](Call& call) {
        const EVP_MD* md = EVP_MD_CTX_get0_md(call.state<DigestState>().context);
        return make_tuple({Value::integer(EVP_MD_size(md)), Value::integer(EVP_MD_block_size(md))});
    });
    module.function("equal_digests(a, b)", [](Call& call) {
        const std::string* a = bytes_if(call[0]);
        const std::string* b = bytes_if(call[1]);
        if (!a) a = text_if(call[0]);
        if (!b) b = text_if(call[1]);
        if (!a || !b) raise(Exc::TypeError, "unsupported operand types(s) or combination of types");
        return Value::boolean(a->size() == b->size() && CRYPTO_memcmp(a->data(), b->data(), a->size()) == 0);
    });
}

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::string_view base64_letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string to_base64(const std::string& data) {
    std::string out;
    for (std::size_t i = 0; i < data.size(); i += 3) {
        std::uint32_t group = 0;
        std::size_t have = std::min<std::size_t>(3, data.size() - i);
        for (std::size_t j = 0; j < 3; ++j)
            group = group << 8 | (j < have ? static_cast<unsigned char>(data[i + j]) : 0u);
        for (std::size_t j = 0; j < 4; ++j)
            out += j <= have ? base64_letters[group >> (18 - 6 * j) & 63] : '=';
    }
    return out;
}

// As binascii.a2b_base64: other characters are skipped unless strict; what went wrong is a sentence.
std::optional<std::string> from_base64(const std::string& text, bool strict, std::string& out) {
    std::uint32_t group = 0;
    int have = 0, pads = 0;
    bool padded = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '=') {
            padded = true;
            if (strict && i == 0) return "Leading padding not allowed";
            if (have >= 2 && have + ++pads >= 4) {
                if (strict && i + 1 < text.size()) return "Excess data after padding";
                return std::nullopt;
            }
            continue;
        }
        std::size_t value = base64_letters.find(c);
        if (value == std::string_view::npos) {
            if (strict) return "Only base64 data is allowed";
            continue;
        }
        if (strict && padded) return "Discontinuous padding not allowed";
        pads = 0;
        group = group << 6 | static_cast<std::uint32_t>(value);
        if (have) out += static_cast<char>(group >> (6 - 2 * have));
        have = (have + 1) % 4;
        group &= have ? (1u << (8 - 2 * have)) - 1 + 0u : 0u;
        if (have == 0) group = 0;
    }
    if (have == 0) return std::nullopt;
    if (have == 1)
        return fmt::format(
            "Invalid base64-encoded string: number of data characters ({}) cannot be 1 more than a "
            "multiple of 4",
            out.size() / 3 * 4 + 1);
    return "Incorrect padding";
}

Value ascii_bytes(const Value& value, std::string& out) {
    if (const std::string* bytes = bytes_if(value))
        out = *bytes;
    else if (const std::string* text = text_if(value)) {
        if (!as<Str>(value)->ascii())
            raise(Exc::ValueError, "string argument should contain only ASCII characters");
        out = *text;
    } else if (is_unresolved(value))
        raise_unresolved(value, "use it as bytes");
    else
        raise(Exc::TypeError,
              fmt::format("argument should be bytes, buffer or ASCII string, not '{}'", type_name(value)));
    return Value::none();
}

std::uint32_t crc32(std::uint32_t start, const std::string& data) {
    std::uint32_t crc = ~start;
    for (char c : data) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
    }
    return ~crc;
}

void add_encodings(ModuleBuilder& module) {
    module.function("hexlify(data)", [](Call& call) {
        const std::string* data = bytes_if(call[0]);
        if (!data)
            raise(Exc::TypeError,
                  fmt::format("a bytes-like object is required, not '{}'", type_name(call[0])));
        std::string out;
        for (char c : *data) {
            out += hex_digits[static_cast<unsigned char>(c) >> 4];
            out += hex_digits[static_cast<unsigned char>(c) & 15];
        }
        return make_bytes(out);
    });
    // None where the text is odd in length, False where a digit is none.
    module.function("unhexlify(text)", [](Call& call) -> Value {
        std::string text, out;
        ascii_bytes(call[0], text);
        if (text.size() % 2) return Value::none();
        for (std::size_t i = 0; i < text.size(); i += 2) {
            std::size_t high = hex_digits.find(static_cast<char>(text[i] | 0x20));
            std::size_t low = hex_digits.find(static_cast<char>(text[i + 1] | 0x20));
            if (high == std::string_view::npos || low == std::string_view::npos) return Value::boolean(false);
            out += static_cast<char>(high << 4 | low);
        }
        return make_bytes(out);
    });
    module.function("to_base64(data)", [](Call& call) {
        const std::string* data = bytes_if(call[0]);
        if (!data)
            raise(Exc::TypeError,
                  fmt::format("a bytes-like object is required, not '{}'", type_name(call[0])));
        return make_bytes(to_base64(*data));
    });
    // The bytes, or a str that says what is wrong.
    module.function("from_base64(text, strict)", [](Call& call) -> Value {
        std::string text, out;
        ascii_bytes(call[0], text);
        auto wrong = from_base64(text, call.truth(1), out);
        return wrong ? make_str(*wrong) : make_bytes(out);
    });
    module.function("crc32(data, start=0)", [](Call& call) {
        return Value::integer(crc32(static_cast<std::uint32_t>(call.integer(1)), bytes_argument(call[0])));
    });
}

} // namespace

void populate_hashing(ModuleBuilder& module) {
    add_digests(module);
    add_blake2<std::uint64_t>(module, "Blake2b");
    add_blake2<std::uint32_t>(module, "Blake2s");
    add_key_derivation(module);
    add_encodings(module);
}

} // namespace limbeck::python
