// The object that a script holds for a column, table, constraint or index, for the floor that made it.
#pragma once

namespace limbeck::schema {

// Not owned, and not copied with what it hangs on: one node, one object.
struct ScriptObject {
    void* object = nullptr;

    ScriptObject() = default;
    ScriptObject(const ScriptObject&) {}
    ScriptObject& operator=(const ScriptObject&) { return *this; }
};

} // namespace limbeck::schema
