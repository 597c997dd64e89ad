// An ini file that nobody would write: read, asked for everything it has, with and without interpolation.
#include "project/ini.hpp"

using namespace limbeck;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    try {
        project::Ini ini;
        ini.set_default("here", "/folder");
        ini.read_text(std::string_view(reinterpret_cast<const char*>(data), size), "fuzz.ini");
        for (const std::string& section : ini.sections())
            for (const std::string& option : ini.options(section)) {
                const auto raw = ini.get_raw(section, option);
                try {
                    ini.get(section, option);
                } catch (const Error&) {
                }
                // What was read can be set again, unless it would not interpolate.
                try {
                    ini.set(section, option, raw.value_or(""));
                } catch (const Error&) {
                }
            }
    } catch (const Error&) {
    }
    return 0;
}
