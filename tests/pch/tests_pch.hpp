#include "../../src/pch/limbeck_pch.hpp"
#include <doctest/doctest.h>
