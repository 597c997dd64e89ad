// The version of limbeck that these headers belong to.
#pragma once

#define LIMBECK_VERSION_MAJOR 0
#define LIMBECK_VERSION_MINOR 1
#define LIMBECK_VERSION_PATCH 0
