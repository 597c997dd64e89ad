#include "sql/compiler.hpp"

#include "sql/expression_compiler.hpp"
#include "sql/literal.hpp"
#include "sql/type_compiler.hpp"

namespace limbeck::sql {

Statement compile(const schema::Expression& expression, const Dialect& dialect, Rendering rendering) {
    Context context;
    context.literal = rendering == Rendering::literal;
    return ExpressionCompiler(dialect, rendering).run(expression, context);
}

Statement compile_execution(const schema::Expression& expression, const Dialect& dialect,
                            const GivenValues& given) {
    return ExpressionCompiler(dialect, Rendering::execution, &given).run(expression, Context());
}

std::string compile_ddl_expression(const schema::Expression& expression, const Dialect& dialect) {
    Context context;
    context.literal = true;
    context.include_table = false;
    return ExpressionCompiler(dialect, Rendering::literal).run(expression, context).text;
}

std::string render_literal(const schema::Value& value, const schema::TypePtr& type, const Dialect& dialect) {
    std::string out;
    append_literal(out, value, type, dialect);
    return out;
}

std::string type_name(const schema::TypePtr& type, const Dialect& dialect) {
    std::string out;
    append_type(out, type, dialect);
    return out;
}

} // namespace limbeck::sql
