#include "python/stdlib/datetime/types.hpp"
#include "python/stdlib/modules.hpp"
#include "python/stdlib/zoneinfo_core.hpp"
#include "support/error.hpp"
#include "support/file.hpp"

#include <cstdlib>
#include <filesystem>
#include <set>

namespace limbeck::python {

namespace {

namespace fs = std::filesystem;

struct ZoneState final : NativeState {
    std::shared_ptr<const Zone> zone;
    std::string key;
};

struct Cache final : NativeState {
    std::map<std::string, Value> zones;
};

std::vector<std::string> search_path() {
    return {"/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"};
}

void check_key(const std::string& key) {
    fs::path path(key);
    if (path.is_absolute()) raise(Exc::ValueError, "ZoneInfo keys may not be absolute paths, got: " + key);
    std::string normal = path.lexically_normal().string();
    if (normal != key || key.empty()) {
        if (normal.starts_with(".."))
            raise(Exc::ValueError, "ZoneInfo keys must refer to subdirectories of TZPATH, got: " + key);
        raise(Exc::ValueError, "ZoneInfo keys must be normalized relative paths, got: " + key);
    }
    if (normal.starts_with(".."))
        raise(Exc::ValueError, "ZoneInfo keys must refer to subdirectories of TZPATH, got: " + key);
}

std::shared_ptr<const Zone> load(const std::string& key) {
    check_key(key);
    for (const std::string& folder : search_path()) {
        fs::path file = fs::path(folder) / key;
        std::error_code error;
        if (!fs::is_regular_file(file, error)) continue;
        try {
            return Zone::parse(file::read(file));
        } catch (const Error&) {
            // Not a zone file (a table beside them): as good as none.
        }
    }
    raise(as_class(native_attribute("zoneinfo", "ZoneInfoNotFoundError")),
          std::vector<Value>{make_str("No time zone found with key " + key)});
}

std::int64_t wall_seconds(const datetime::DatetimeState& moment) {
    return (datetime::ordinal(moment.date) - datetime::epoch_ordinal) * 86'400LL +
           datetime::time_of_day(moment.time) / datetime::second_us;
}

NativeBody asked(Value (*answer)(const ZoneOffset&)) {
    return [answer](Call& call) -> Value {
        auto* moment = datetime::datetime_if(call[1]);
        // Without a date there is no telling, unless the zone never changes.
        if (!moment) {
            auto& zone = *call.state<ZoneState>().zone;
            if (call[1].is_none() && call.state<ZoneState>().key == "UTC") return answer(zone.at(0));
            return Value::none();
        }
        return answer(call.state<ZoneState>().zone->at_wall(wall_seconds(*moment), moment->fold));
    };
}

Value from_utc(Call& call) {
    auto* moment = datetime::datetime_if(call[1]);
    if (!moment) raise(Exc::TypeError, "fromutc: argument must be a datetime instance");
    if (!moment->tzinfo.is(call[0])) raise(Exc::ValueError, "fromutc: dt.tzinfo is not self");
    auto& zone = *call.state<ZoneState>().zone;
    std::int64_t utc = wall_seconds(*moment);
    auto local = datetime::add(moment->date, moment->time,
                               datetime::Int128(zone.at(utc).offset) * datetime::second_us);
    return datetime::make_datetime_as(class_of(call[1]), local.date, local.time, call[0],
                                      zone.is_second(utc));
}

} // namespace

void populate_zoneinfo(ModuleBuilder& module) {
    module.define_exception("ZoneInfoNotFoundError", exception_class(Exc::KeyError));
    Value holder = make_instance(builtin_class("object"));
    attach_state<Cache>(holder);
    module.constant("_cache", holder);
    ClassBuilder type = module.define_class("ZoneInfo", {as_class(native_attribute("datetime", "tzinfo"))});
    type.static_method("__new__(cls, key)", [holder](Call& call) {
        auto& cache = state<Cache>(holder);
        const std::string& key = call.text(1);
        auto found = cache.zones.find(key);
        if (found != cache.zones.end()) return found->second;
        auto zone = load(key);
        Value made = make_instance(as_class(call[0]));
        auto& self = attach_state<ZoneState>(made);
        self.zone = zone;
        self.key = key;
        cache.zones[key] = made;
        return made;
    });
    type.class_method("no_cache(cls, key)", [](Call& call) {
        auto zone = load(call.text(1));
        Value made = make_instance(as_class(call[0]));
        auto& self = attach_state<ZoneState>(made);
        self.zone = zone;
        self.key = call.text(1);
        return made;
    });
    type.class_method("clear_cache(cls, *, only_keys=None)", [holder](Call&) {
        state<Cache>(holder).zones.clear();
        return Value::none();
    });
    type.property("key", [](Call& call) { return make_str(call.state<ZoneState>().key); });
    type.method("utcoffset(self, dt)", asked([](const ZoneOffset& at) {
                    return datetime::make_delta(datetime::Int128(at.offset) * datetime::second_us);
                }));
    type.method("dst(self, dt)", asked([](const ZoneOffset& at) {
                    return datetime::make_delta(datetime::Int128(at.dst) * datetime::second_us);
                }));
    type.method("tzname(self, dt)", asked([](const ZoneOffset& at) { return make_str(at.name); }));
    type.method("fromutc(self, dt)", from_utc);
    type.method("__str__(self)", [](Call& call) { return make_str(call.state<ZoneState>().key); });
    type.method("__repr__(self)", [](Call& call) {
        return make_str("zoneinfo.ZoneInfo(key=" + quote(call.state<ZoneState>().key) + ")");
    });
    module.function("available_timezones()", [](Call&) {
        Value names = make_set();
        for (const std::string& folder : search_path()) {
            std::error_code error;
            fs::recursive_directory_iterator files(folder, error), end;
            for (; !error && files != end; files.increment(error)) {
                std::string name = files->path().lexically_relative(folder).string();
                std::string top = name.substr(0, name.find('/'));
                if (files->is_directory(error)) {
                    if (name == "right" || name == "posix") files.disable_recursion_pending();
                    continue;
                }
                if (top == "posixrules") continue;
                try {
                    if (file::read_start(files->path(), 4) == "TZif")
                        call_method(names, "add", {make_str(name)});
                } catch (const Error&) {
                    continue;
                }
            }
        }
        return names;
    });
    module.constant("TZPATH", make_tuple(make_strs(search_path())));
}

} // namespace limbeck::python
