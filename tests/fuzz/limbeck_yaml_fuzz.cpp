// A limbeck.yaml of any bytes is read or refused, and its variables are filled in.
#include "project/limbeck_yaml.hpp"

#include <cstddef>
#include <cstdint>

using namespace limbeck;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        auto yaml = project::LimbeckYaml::parse(std::string(reinterpret_cast<const char*>(data), size),
                                                "limbeck.yaml");
        if (yaml.script_location) yaml.script_location->expand();
        if (yaml.url) yaml.url->expand();
    } catch (const Error&) {
        // A refusal is an answer.
    }
    return 0;
}
