// The one family of errors. It is part of the public API, so it stands with the public headers.
#pragma once

#include <limbeck/error.hpp>
