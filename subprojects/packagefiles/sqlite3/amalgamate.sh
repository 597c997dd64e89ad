#!/bin/sh
# usage: amalgamate.sh SOURCE OUT   puts sqlite3.c and sqlite3.h into OUT
set -e
mkdir -p "$2/generate"
cd "$2/generate"
"$1/configure" --disable-tcl >configure.log 2>&1 || { cat configure.log >&2; exit 1; }
make sqlite3.c sqlite3.h >make.log 2>&1 || { cat make.log >&2; exit 1; }
cp sqlite3.c sqlite3.h "$2"
