#include "python/foreign_encodings.hpp"

#include <iconv.h>

#include <array>
#include <cerrno>

namespace limbeck::python::foreign_encodings {

namespace {

struct Name {
    std::string_view canonical;
    const char* iconv;
};

constexpr Name names[] = {
    {"big5", "BIG5"},
    {"big5-tw", "BIG5"},
    {"csbig5", "BIG5"},
    {"big5-hkscs", "BIG5-HKSCS"},
    {"big5hkscs", "BIG5-HKSCS"},
    {"cp437", "CP437"},
    {"437", "CP437"},
    {"ibm437", "CP437"},
    {"cp737", "CP737"},
    {"cp775", "CP775"},
    {"cp850", "CP850"},
    {"850", "CP850"},
    {"ibm850", "CP850"},
    {"cp852", "CP852"},
    {"cp855", "CP855"},
    {"cp857", "CP857"},
    {"cp860", "CP860"},
    {"cp861", "CP861"},
    {"cp862", "CP862"},
    {"cp863", "CP863"},
    {"cp864", "CP864"},
    {"cp865", "CP865"},
    {"cp866", "CP866"},
    {"866", "CP866"},
    {"ibm866", "CP866"},
    {"cp869", "CP869"},
    {"cp874", "CP874"},
    {"cp932", "CP932"},
    {"932", "CP932"},
    {"ms932", "CP932"},
    {"mskanji", "CP932"},
    {"ms-kanji", "CP932"},
    {"cp949", "UHC"},
    {"949", "UHC"},
    {"ms949", "UHC"},
    {"uhc", "UHC"},
    {"cp950", "CP950"},
    {"950", "CP950"},
    {"ms950", "CP950"},
    {"cp1250", "CP1250"},
    {"cp1253", "CP1253"},
    {"windows-1253", "CP1253"},
    {"cp1254", "CP1254"},
    {"windows-1254", "CP1254"},
    {"cp1255", "CP1255"},
    {"windows-1255", "CP1255"},
    {"cp1256", "CP1256"},
    {"windows-1256", "CP1256"},
    {"cp1257", "CP1257"},
    {"windows-1257", "CP1257"},
    {"cp1258", "CP1258"},
    {"windows-1258", "CP1258"},
    {"euc-jp", "EUC-JP"},
    {"eucjp", "EUC-JP"},
    {"ujis", "EUC-JP"},
    {"u-jis", "EUC-JP"},
    {"euc-kr", "EUC-KR"},
    {"euckr", "EUC-KR"},
    {"korean", "EUC-KR"},
    {"ksc5601", "EUC-KR"},
    {"gb2312", "EUC-CN"},
    {"chinese", "EUC-CN"},
    {"euc-cn", "EUC-CN"},
    {"euccn", "EUC-CN"},
    {"gb18030", "GB18030"},
    {"gb18030-2000", "GB18030"},
    {"gbk", "GBK"},
    {"cp936", "GBK"},
    {"936", "GBK"},
    {"ms936", "GBK"},
    {"iso-2022-jp", "ISO-2022-JP"},
    {"iso2022-jp", "ISO-2022-JP"},
    {"iso2022jp", "ISO-2022-JP"},
    {"csiso2022jp", "ISO-2022-JP"},
    {"iso-2022-jp-2", "ISO-2022-JP-2"},
    {"iso2022-jp-2", "ISO-2022-JP-2"},
    {"iso-2022-kr", "ISO-2022-KR"},
    {"iso2022-kr", "ISO-2022-KR"},
    {"iso-8859-3", "ISO-8859-3"},
    {"iso8859-3", "ISO-8859-3"},
    {"iso-8859-4", "ISO-8859-4"},
    {"iso8859-4", "ISO-8859-4"},
    {"iso-8859-6", "ISO-8859-6"},
    {"iso8859-6", "ISO-8859-6"},
    {"iso-8859-8", "ISO-8859-8"},
    {"iso8859-8", "ISO-8859-8"},
    {"iso-8859-10", "ISO-8859-10"},
    {"iso8859-10", "ISO-8859-10"},
    {"iso-8859-11", "ISO-8859-11"},
    {"iso8859-11", "ISO-8859-11"},
    {"iso-8859-13", "ISO-8859-13"},
    {"iso8859-13", "ISO-8859-13"},
    {"iso-8859-14", "ISO-8859-14"},
    {"iso8859-14", "ISO-8859-14"},
    {"l9", "ISO-8859-15"},
    {"iso-8859-16", "ISO-8859-16"},
    {"iso8859-16", "ISO-8859-16"},
    {"johab", "JOHAB"},
    {"cp1361", "JOHAB"},
    {"koi8-t", "KOI8-T"},
    {"koi8-u", "KOI8-U"},
    {"mac-cyrillic", "MAC-CYRILLIC"},
    {"shift-jis", "SJIS"},
    {"shiftjis", "SJIS"},
    {"sjis", "SJIS"},
    {"s-jis", "SJIS"},
    {"csshiftjis", "SJIS"},
    {"tis-620", "TIS-620"},
    {"tis620", "TIS-620"},
};

class Converter {
  public:
    Converter(const char* to, const char* from) : handle_(iconv_open(to, from)) {}
    ~Converter() {
        if (known()) iconv_close(handle_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    bool known() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

    Converted run(std::string_view input) {
        Converted result;
        // iconv takes a pointer to what it does not change.
        char* at = const_cast<char*>(input.data());
        std::size_t left = input.size();
        std::array<char, 4096> buffer;
        while (true) {
            char* out = buffer.data();
            std::size_t room = buffer.size();
            errno = 0;
            std::size_t done = left ? iconv(handle_, &at, &left, &out, &room)
                                    : iconv(handle_, nullptr, nullptr, &out, &room);
            bool last = left == 0 && done != static_cast<std::size_t>(-1) && finishing_;
            result.text.append(buffer.data(), buffer.size() - room);
            if (last) break;
            if (done == static_cast<std::size_t>(-1) && errno != E2BIG) {
                result.stopped = input.size() - left;
                return result;
            }
            finishing_ = left == 0;
        }
        result.stopped = input.size();
        result.complete = true;
        return result;
    }

  private:
    iconv_t handle_;
    bool finishing_ = false;
};

Converted convert(const char* to, const char* from, std::string_view input) {
    Converter converter(to, from);
    return converter.known() ? converter.run(input) : Converted{};
}

} // namespace

const char* find(std::string_view canonical_name) {
    for (const Name& each : names)
        if (each.canonical == canonical_name) return each.iconv;
    return nullptr;
}

Converted decode(const char* iconv_name, std::string_view bytes) {
    return convert("UTF-8", iconv_name, bytes);
}

Converted encode(const char* iconv_name, std::string_view utf8) {
    return convert(iconv_name, "UTF-8", utf8);
}

} // namespace limbeck::python::foreign_encodings
