# The Debian packages that limbeck is made from and tested with; read by `try` and `check`.
build_packages=(
    g++ meson ninja-build pkgconf
    libfmt-dev libre2-dev libyaml-cpp-dev libtomlplusplus-dev libcli11-dev nlohmann-json3-dev
    libsqlite3-dev libutf8proc-dev libssl-dev libpq-dev libpg-query-dev
    libjemalloc-dev                        # the allocator of the program
    zlib1g-dev                             # the static libsqlite3 asks for it
)
test_packages=(
    "${build_packages[@]}"
    doctest-dev postgresql-15 git          # the tests' framework and server; git lists the files of the repository
    clang-14 libclang-rt-14-dev            # the second compiler, and the fuzzer
    zsh fish groff-base                    # completions and the man page are read by those who will read them
)
