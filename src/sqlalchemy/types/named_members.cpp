// PostgreSQL's types that have a life of their own: ENUM and DOMAIN, which are created and dropped.
#include "python/class.hpp"
#include "schema/errors.hpp"
#include "sqlalchemy/types/members.hpp"
#include "sqlalchemy/types/state.hpp"

namespace limbeck::sqlalchemy {

namespace {

using python::Call;
using python::ClassBuilder;
using python::Value;
using schema::Type;

} // namespace

void populate_named_type(ClassBuilder&) {}

void populate_domain(ClassBuilder& type) {
    type.method("__init__(self, name, data_type, *, collation=None, default=None, constraint_name=None, "
                "not_null=None, check=None, create_type=True, **kw)",
                [](Call& call) {
                    Type& own = mutable_type(call[0]);
                    own.item = to_type(call[2]);
                    for (std::size_t at : {3, 5, 6, 8}) {
                        static constexpr std::string_view names[] = {
                            "", "", "", "collation", "", "constraint_name", "not_null", "", "create_type"};
                        find_type_field(names[at])->set(own, call[at]);
                    }
                    call.keywords(9).set("name", call[1]);
                    return Value::none();
                });
    for (const char* name : {"data_type", "collation", "constraint_name", "not_null", "create_type"})
        add_field(type, name);
}

} // namespace limbeck::sqlalchemy
