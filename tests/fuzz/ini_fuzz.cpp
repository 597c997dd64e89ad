// An ini file of any bytes is read or refused; each of its values is interpolated, and tried as what logging
// sections hold: the arguments of a handler, a format.
#include "project/ini.hpp"
#include "project/logging_arguments.hpp"
#include "support/log.hpp"

#include <cstddef>
#include <cstdint>

using namespace limbeck;

namespace {

template <class Use> void try_to(Use use) {
    try {
        use();
    } catch (const Error&) {
        // A refusal is an answer.
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try_to([&] {
        project::Ini ini;
        ini.set_default("here", "/srv/app");
        ini.read_text(std::string_view(reinterpret_cast<const char*>(data), size), "x.ini");
        for (const std::string& section : ini.sections()) {
            try_to([&] { ini.items(section); });
            for (const std::string& name : ini.options(section)) {
                try_to([&] {
                    std::string value = ini.require(section, name);
                    ini.set(section, name, value);
                });
                std::string raw = ini.get_raw(section, name).value();
                // What was read can be set again, unless it would not interpolate.
                try_to([&] { ini.set(section, name, raw); });
                if (raw.starts_with('(')) try_to([&] { project::parse_logging_args(raw); });
                if (raw.starts_with('{')) try_to([&] { project::parse_logging_kwargs(raw); });
                for (char style : {'%', '{', '$'})
                    if (raw.find(style) != std::string::npos)
                        try_to([&] { log::Formatter(raw, raw, style); });
            }
        }
    });
    return 0;
}
