// The conversions between operations and schema items, which are written in Python
// (modules/alembic/operations/_conversions.py): here they become methods of the operations' classes.
#include "alembic/operations.hpp"

#include <string>
#include <vector>

namespace limbeck::alembic {

using python::Call;
using python::Value;

namespace {

struct Conversions {
    std::string_view class_name;
    // As declarations, which are read when a method is first called: they must live as long as there are
    // interpreters.
    std::vector<std::string> methods, class_methods = {};
    std::vector<std::string_view> properties = {}, read_only = {};
};

std::vector<Conversions> make_conversions() {
    std::vector<Conversions> all = {
        {"AddConstraintOp", {"reverse", "to_diff_tuple"}, {"from_constraint", "register_add_constraint"}},
        {"CreatePrimaryKeyOp", {"to_constraint"}, {"from_constraint"}},
        {"CreateUniqueConstraintOp", {"to_constraint"}, {"from_constraint"}},
        {"CreateCheckConstraintOp", {"to_constraint"}, {"from_constraint"}},
        {"CreateForeignKeyOp", {"to_constraint", "to_diff_tuple"}, {"from_constraint"}},
        {"CreateExcludeConstraintOp", {"to_constraint"}, {"from_constraint"}},
        {"DropConstraintOp", {"to_constraint", "reverse", "to_diff_tuple"}, {"from_constraint"}},
        {"CreateIndexOp", {"to_index", "reverse", "to_diff_tuple"}, {"from_index"}},
        {"DropIndexOp", {"to_index", "reverse", "to_diff_tuple"}, {"from_index"}},
        {"CreateTableOp", {"to_table", "reverse", "to_diff_tuple"}, {"from_table"}},
        {"DropTableOp", {"to_table", "reverse", "to_diff_tuple"}, {"from_table"}},
        {"CreateTableCommentOp", {"to_table", "reverse", "to_diff_tuple"}},
        {"DropTableCommentOp", {"to_table", "reverse", "to_diff_tuple"}},
        {"AddColumnOp",
         {"to_column", "reverse", "to_diff_tuple"},
         {"from_column", "from_column_and_tablename"}},
        {"DropColumnOp", {"to_column", "reverse", "to_diff_tuple"}, {"from_column_and_tablename"}},
        {"AlterColumnOp", {"has_changes", "reverse", "to_diff_tuple"}},
        {"ExecuteSQLOp", {"to_diff_tuple"}},
        {"OpContainer", {"as_diffs"}},
        {"ModifyTableOps", {"reverse"}},
        {"UpgradeOps", {"reverse_into", "reverse"}},
        {"DowngradeOps", {"reverse"}},
        {"MigrationScript",
         {"__init__"},
         {},
         {"upgrade_ops", "downgrade_ops"},
         {"upgrade_ops_list", "downgrade_ops_list"}},
    };
    for (Conversions& one : all) {
        for (std::string& method : one.methods) method += "(self, *args, **kw)";
        for (std::string& method : one.class_methods) method += "(cls, *args, **kw)";
    }
    return all;
}

Value conversion(std::string_view class_name, std::string_view name) {
    return python::get_attribute(python::native_attribute("alembic.operations._conversions", class_name),
                                 name);
}

// The method's function, called with everything that the method was given.
python::NativeBody passed_on(std::string_view class_name, std::string_view declaration) {
    std::string_view name = declaration.substr(0, declaration.find('('));
    return [class_name, name](Call& call) {
        std::vector<Value> positional = {call[0]};
        positional.insert(positional.end(), call.rest(1).begin(), call.rest(1).end());
        return python::call(conversion(class_name, name), positional,
                            python::keyword_arguments(call.keywords(2)));
    };
}

// get_upgrade_ops() for the property upgrade_ops.
python::NativeBody getter(std::string_view class_name, std::string_view property) {
    return [class_name, name = "get_" + std::string(property)](Call& call) {
        return python::call(conversion(class_name, name), {call[0]});
    };
}

python::NativeBody setter(std::string_view class_name, std::string_view property) {
    return [class_name, name = "set_" + std::string(property)](Call& call) {
        return python::call(conversion(class_name, name), {call[0], call[1]});
    };
}

} // namespace

void define_conversions(std::string_view class_name, python::ClassBuilder& type) {
    static const std::vector<Conversions> all = make_conversions();
    for (const Conversions& one : all) {
        if (one.class_name != class_name) continue;
        for (const std::string& method : one.methods) type.method(method, passed_on(one.class_name, method));
        for (const std::string& method : one.class_methods)
            type.class_method(method, passed_on(one.class_name, method));
        for (std::string_view name : one.properties)
            type.property(name, getter(one.class_name, name), setter(one.class_name, name));
        for (std::string_view name : one.read_only) type.property(name, getter(one.class_name, name));
    }
}

} // namespace limbeck::alembic
