#include "database/libpq_library.hpp"

#include "support/error.hpp"

#include <dlfcn.h>

namespace limbeck::database {

namespace {

#ifdef __APPLE__
constexpr const char* library_names[] = {"libpq.5.dylib", "libpq.dylib"};
#else
constexpr const char* library_names[] = {"libpq.so.5"};
#endif

void* open_library() {
    for (const char* name : library_names)
        if (void* library = ::dlopen(name, RTLD_NOW | RTLD_LOCAL)) return library;
    const char* reason = ::dlerror();
    throw Error(
        fmt::format("PostgreSQL's client library cannot be loaded: {}", reason ? reason : "not found"), {},
        "Install libpq (Debian and Ubuntu: apt-get install libpq5; Alpine: apk add libpq; "
        "Fedora: dnf install libpq).");
}

LibpqLibrary load() {
    void* library = open_library();
    LibpqLibrary functions = {};
#define LIMBECK_LOAD(name)                                                                                   \
    functions.name = reinterpret_cast<decltype(&::name)>(::dlsym(library, #name));                           \
    if (!functions.name) throw Error("PostgreSQL's client library is too old: it has no " #name);
    LIMBECK_LIBPQ_FUNCTIONS(LIMBECK_LOAD)
#undef LIMBECK_LOAD
#define LIMBECK_LOAD(name) functions.name = reinterpret_cast<decltype(&::name)>(::dlsym(library, #name));
    LIMBECK_LIBPQ_PIPELINE(LIMBECK_LOAD)
#undef LIMBECK_LOAD
    return functions;
}

} // namespace

const LibpqLibrary& LibpqLibrary::get() {
    // Never unloaded: connections may outlive any scope.
    static const LibpqLibrary functions = load();
    return functions;
}

} // namespace limbeck::database
