// The part of {fmt} that is not in its headers, for a program that loads no C++ library when it starts: half
// of what the loader does before main() is libstdc++'s, and a shared libfmt would bring it back. Debian's
// {fmt} has no static library; its headers hold the same code, and the templates that they expect to find
// compiled are compiled here. For {fmt} 9 (meson.build asks for its version); any other one is linked as it
// comes.
#include <fmt/format-inl.h>

FMT_BEGIN_NAMESPACE
namespace detail {

template FMT_API dragonbox::decimal_fp<float> dragonbox::to_decimal(float) noexcept;
template FMT_API dragonbox::decimal_fp<double> dragonbox::to_decimal(double) noexcept;
template FMT_API thousands_sep_result<char> thousands_sep_impl(locale_ref);
template FMT_API char decimal_point_impl(locale_ref);
template FMT_API void buffer<char>::append(const char*, const char*);
template FMT_API void vformat_to(buffer<char>&, string_view, basic_format_args<FMT_BUFFER_CONTEXT(char)>,
                                 locale_ref);

} // namespace detail
FMT_END_NAMESPACE
