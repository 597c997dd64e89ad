#include "sqlalchemy/exceptions.hpp"

#include "database/database_error.hpp"
#include "schema/errors.hpp"
#include "sqlalchemy/driver_error.hpp"
#include "sqlalchemy/inspector.hpp"
#include "sqlalchemy/modules.hpp"

namespace limbeck::sqlalchemy {

python::Class* exception_class(std::string_view name) {
    return python::as_class(python::native_attribute("sqlalchemy.exc", name));
}

void raise_exception(std::string_view name, std::string message) {
    python::raise(exception_class(name), std::move(message));
}

namespace {

python::Value made(std::string_view name, const Error& error) {
    return python::call(python::class_value(exception_class(name)), {python::make_str(error.message())});
}

} // namespace

python::Value translate(const Error& error) {
    if (dynamic_cast<const schema::UnsupportedCompilationError*>(&error)) {
        // Its __init__ would make the sentence from a compiler object.
        python::Value exception = python::make_instance(exception_class("UnsupportedCompilationError"));
        python::set_attribute(exception, "args", python::make_tuple({python::make_str(error.message())}));
        return exception;
    }
    if (dynamic_cast<const schema::CompileError*>(&error)) return made("CompileError", error);
    if (dynamic_cast<const schema::IdentifierError*>(&error)) return made("IdentifierError", error);
    if (dynamic_cast<const schema::NoForeignKeysError*>(&error)) return made("NoForeignKeysError", error);
    if (dynamic_cast<const schema::AmbiguousForeignKeysError*>(&error))
        return made("AmbiguousForeignKeysError", error);
    if (dynamic_cast<const schema::ArgumentError*>(&error)) return made("ArgumentError", error);
    if (dynamic_cast<const schema::InvalidRequestError*>(&error)) return made("InvalidRequestError", error);
    if (dynamic_cast<const schema::NotSupportedError*>(&error))
        return python::make_exception(python::Exc::NotImplementedError, error.message());
    if (dynamic_cast<const NoSuchTableError*>(&error)) return made("NoSuchTableError", error);
    if (const auto* refused = dynamic_cast<const database::DatabaseError*>(&error))
        return wrapped_error(*refused, refused->statement(), python::Value::none(), false);
    return {};
}

} // namespace limbeck::sqlalchemy
