#include "script/script_directory.hpp"

#include "project/project.hpp"

namespace limbeck::script {

ScriptOptions script_options(const project::Project& project) {
    ScriptOptions options;
    options.directory = project.script_location();
    options.version_locations = project.version_locations();
    // The default is found here, where SQL revisions beside it are known.
    if (options.version_locations.size() == 1 &&
        options.version_locations.front() == options.directory / "versions")
        options.version_locations.clear();
    options.recursive_version_locations = project.config().recursive_version_locations();
    options.sourceless = project.config().sourceless();
    return options;
}

} // namespace limbeck::script
