// The conversions between operations and schema items, which are written in Python
// (modules/alembic/operations/_conversions.py): here they become methods of the operations' classes.
#include "alembic/operations.hpp"

#include <deque>
#include <string>
#include <vector>

namespace limbeck::alembic {

using python::Call;
using python::Value;

namespace {

struct Conversions {
    std::string_view class_name;
    std::vector<std::string> methods, class_methods, properties, read_only;
};

// A declaration is read when the method is first called.
std::string_view kept(std::string declaration) {
    static std::deque<std::string> all;
    return all.emplace_back(std::move(declaration));
}

const std::vector<Conversions>& all_conversions() {
    static const std::vector<Conversions> all = {
        {"AddConstraintOp",
         {"reverse", "to_diff_tuple"},
         {"from_constraint", "register_add_constraint"},
         {},
         {}},
        {"CreatePrimaryKeyOp", {"to_constraint"}, {"from_constraint"}, {}, {}},
        {"CreateUniqueConstraintOp", {"to_constraint"}, {"from_constraint"}, {}, {}},
        {"CreateCheckConstraintOp", {"to_constraint"}, {"from_constraint"}, {}, {}},
        {"CreateForeignKeyOp", {"to_constraint", "to_diff_tuple"}, {"from_constraint"}, {}, {}},
        {"CreateExcludeConstraintOp", {"to_constraint"}, {"from_constraint"}, {}, {}},
        {"DropConstraintOp", {"to_constraint", "reverse", "to_diff_tuple"}, {"from_constraint"}, {}, {}},
        {"CreateIndexOp", {"to_index", "reverse", "to_diff_tuple"}, {"from_index"}, {}, {}},
        {"DropIndexOp", {"to_index", "reverse", "to_diff_tuple"}, {"from_index"}, {}, {}},
        {"CreateTableOp", {"to_table", "reverse", "to_diff_tuple"}, {"from_table"}, {}, {}},
        {"DropTableOp", {"to_table", "reverse", "to_diff_tuple"}, {"from_table"}, {}, {}},
        {"CreateTableCommentOp", {"to_table", "reverse", "to_diff_tuple"}, {}, {}, {}},
        {"DropTableCommentOp", {"to_table", "reverse", "to_diff_tuple"}, {}, {}, {}},
        {"AddColumnOp",
         {"to_column", "reverse", "to_diff_tuple"},
         {"from_column", "from_column_and_tablename"},
         {},
         {}},
        {"DropColumnOp", {"to_column", "reverse", "to_diff_tuple"}, {"from_column_and_tablename"}, {}, {}},
        {"AlterColumnOp", {"has_changes", "reverse", "to_diff_tuple"}, {}, {}, {}},
        {"ExecuteSQLOp", {"to_diff_tuple"}, {}, {}, {}},
        {"OpContainer", {"as_diffs"}, {}, {}, {}},
        {"ModifyTableOps", {"reverse"}, {}, {}, {}},
        {"UpgradeOps", {"reverse_into", "reverse"}, {}, {}, {}},
        {"DowngradeOps", {"reverse"}, {}, {}, {}},
        {"MigrationScript",
         {"__init__"},
         {},
         {"upgrade_ops", "downgrade_ops"},
         {"upgrade_ops_list", "downgrade_ops_list"}},
    };
    return all;
}

Value conversion(std::string_view class_name, std::string_view name) {
    return python::get_attribute(python::native_attribute("alembic.operations._conversions", class_name),
                                 name);
}

// The method's function, called with everything that the method was given.
python::NativeBody passed_on(std::string_view class_name, std::string_view name) {
    return [class_name, name](Call& call) {
        std::vector<Value> positional = {call[0]};
        positional.insert(positional.end(), call.rest(1).begin(), call.rest(1).end());
        return python::call(conversion(class_name, name), positional,
                            python::keyword_arguments(call.keywords(2)));
    };
}

python::NativeBody accessor(std::string_view class_name, const std::string& name) {
    return [class_name, name](Call& call) {
        std::vector<Value> given = {call[0]};
        if (name.starts_with("set_")) given.push_back(call[1]);
        return python::call(conversion(class_name, name), given);
    };
}

} // namespace

void define_conversions(std::string_view class_name, python::ClassBuilder& type) {
    for (const Conversions& one : all_conversions()) {
        if (one.class_name != class_name) continue;
        for (const std::string& name : one.methods)
            type.method(kept(name + "(self, *args, **kw)"), passed_on(one.class_name, name));
        for (const std::string& name : one.class_methods)
            type.class_method(kept(name + "(cls, *args, **kw)"), passed_on(one.class_name, name));
        for (const std::string& name : one.properties)
            type.property(name, accessor(one.class_name, "get_" + name),
                          accessor(one.class_name, "set_" + name));
        for (const std::string& name : one.read_only)
            type.property(name, accessor(one.class_name, "get_" + name));
    }
}

} // namespace limbeck::alembic
