// The families of the reference's exceptions that building and compiling trees can end in, so that a script
// can catch what it would catch there.
#pragma once

#include "support/error.hpp"

namespace limbeck::schema {

// sqlalchemy.exc.CompileError: the dialect has no way to say it.
class CompileError : public Error {
  public:
    using Error::Error;
};
// sqlalchemy.exc.UnsupportedCompilationError: it has no word for such an element at all.
class UnsupportedCompilationError : public CompileError {
  public:
    using CompileError::CompileError;
};
// sqlalchemy.exc.IdentifierError: a name that is too long.
class IdentifierError : public Error {
  public:
    using Error::Error;
};
// sqlalchemy.exc.ArgumentError.
class ArgumentError : public Error {
  public:
    using Error::Error;
};
// sqlalchemy.exc.NoForeignKeysError: nothing says how two tables join.
class NoForeignKeysError : public ArgumentError {
  public:
    using ArgumentError::ArgumentError;
};
// sqlalchemy.exc.AmbiguousForeignKeysError: more than one way to join them.
class AmbiguousForeignKeysError : public ArgumentError {
  public:
    using ArgumentError::ArgumentError;
};
// sqlalchemy.exc.InvalidRequestError and those that derive from it.
class InvalidRequestError : public Error {
  public:
    using Error::Error;
};
// Python's NotImplementedError.
class NotSupportedError : public Error {
  public:
    using Error::Error;
};

} // namespace limbeck::schema
