// Code: what scope analysis finds out about one function, class body, module or comprehension, and the
// objects that evaluation makes of it: functions, cells, frames.
//
// Each scope has an array of slots: parameters first, then its other locals, then the variables of outer
// scopes it uses. A slot that is shared with an inner function holds a Cell. Names of a module or a class
// body live in a dict instead.
#pragma once

#include "python/ast.hpp"
#include "python/exceptions.hpp"
#include "python/parser.hpp"

#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace limbeck::python {

// How a Name is reached; the value in ast::Name::access.
enum class Access : std::uint8_t {
    Unknown,   // scopes not analysed
    Local,     // slots[slot]
    Cell,      // slots[slot] is a Cell
    Global,    // the module's dict, then built-ins
    Namespace, // the frame's own dict, then the module's, then built-ins (module level, class bodies)
    ClassCell, // the frame's own dict, then the Cell in slots[slot] (class bodies inside functions)
};

enum class ScopeKind : std::uint8_t { Module, Class, Function, Lambda, Comprehension, Generator };

struct Unit;

struct Code {
    struct Capture { // copies the parent's cell into our slot when the function is made
        std::uint32_t from;
        std::uint32_t to;
    };

    struct Place {
        Identifier name;
        Access access;
        std::uint32_t slot;
    };
    Place place_of(Identifier name_sought) const {
        for (const Place& each : places)
            if (each.name == name_sought) return each;
        return {name_sought, Access::Namespace, 0};
    }

    Unit* unit = nullptr;
    ScopeKind kind = ScopeKind::Module;
    std::string name; // "<module>", "<lambda>", "<listcomp>", ...
    std::string qualified_name;
    Code* parent = nullptr;
    int first_line = 0;

    // Slots: parameters in order (positional-only, positional, keyword-only, *, **), then the rest.
    std::vector<Identifier> slots;
    std::vector<Str*> slot_names;         // the same as this interpreter's strings; made by give_objects()
    std::vector<std::uint32_t> own_cells; // slots that get a fresh Cell on entry
    std::vector<Capture> captures;
    std::vector<Place>
        places; // of names that functions and class bodies bind, for what binds outside of ast::Name

    std::uint32_t positional_only = 0;
    std::uint32_t positional = 0; // positional-only ones included
    std::uint32_t keyword_only = 0;
    std::int32_t star = -1; // slot of *args
    std::int32_t double_star = -1;
    bool is_generator = false;
    bool is_async = false;
    std::int32_t class_slot = -1; // where __class__ is, for super()
    std::int32_t class_cell = -1; // of a class body: the slot of the __class__ cell its methods share

    const ast::Parameters* parameters = nullptr;
    ast::Sequence<ast::Statement*> body;
    const ast::Expression* expression = nullptr; // of a lambda or comprehension
    const ast::Constant* docstring = nullptr;
    Str* doc = nullptr; // its text; made by give_objects()
    bool future_annotations = false;
    ast::Function* lazy = nullptr; // whose body is not parsed yet; complete() does
};

// One parsed text and everything evaluation keeps for it; lives as long as the interpreter.
struct Unit {
    std::shared_ptr<Tree> tree;
    std::string file;
    std::vector<std::shared_ptr<Tree>> parts; // that the tree is without and that were needed
    std::deque<Code> codes;
    std::deque<Value> constants;
    Code* module_code = nullptr;
    // Annotated names of the module's body, met so far and not evaluated yet (evaluate_annotations.cpp).
    std::vector<const ast::AnnAssign*> annotated;
    bool names_annotations = false; // `__annotations__` stands somewhere in the text: nothing is put off
    bool speaks_as_c = false; // wrong calls of its functions raise the TypeErrors of functions written in C
    bool traced = false;      // a traceback points into it
    Value failure;            // of a text that does not parse: the arguments of its SyntaxError
    int failure_type = 0;
};

// A module's text or file, parsed and analysed. Throws what reading and parsing throw.
std::unique_ptr<Unit> make_unit(std::string text, const std::string& file);
// The same without these lines, which must outlive the unit and hold nothing that CPython would refuse. A
// body is parsed when its function is first called, a definition by define().
std::unique_ptr<Unit> make_unit(std::string text, const std::string& file, LazyParts lazy);
std::unique_ptr<Unit> read_unit(const std::string& path);
// Finds every scope of the tree and writes slots into its names. Throws SyntaxError for what only scopes can
// tell ("no binding for nonlocal 'x' found"). Needs no interpreter: any thread may do it.
void analyse_scopes(Unit& unit);
// The same for the body of a function of the unit's tree, which that was analysed without.
void analyse_body(Code& code, ast::Sequence<ast::Statement*> body);
// The same for statements of the module that its tree is without: a module's code of their own.
Code& analyse_part(Unit& unit, ast::Sequence<ast::Statement*> statements);
// Gives what was analysed the objects of the interpreter that runs on this thread; once, before it is
// evaluated.
void give_objects(Unit& unit);
// Parses the body of a function that was left out until now.
void complete(Code& code);
// Parses the definition that `parts`, of those that the unit was made without, begin with: the code of a
// module that has nothing but that statement.
Code& define(Unit& unit, LazyParts parts);

struct Cell final : Container {
    Value value;
    explicit Cell(Value content);
    void clear() override;
    static bool is_kind(Kind kind) { return kind == Kind::Cell; }
};

struct Function final : Container {
    Code* code;
    Ref<Dict> globals;
    std::vector<Value> defaults;         // of the last positional parameters
    std::vector<Value> keyword_defaults; // one per keyword-only parameter; Nothing: none
    std::vector<Value> closure;          // cells, parallel to code->captures
    Value name, qualified_name, doc, module;
    Value annotations;                        // Nothing: none, or not asked for yet
    const ast::Function* annotated = nullptr; // where they stand, while they are not evaluated
    Function(Code* function_code, Ref<Dict> module_dict);
    void clear() override;
    static bool is_kind(Kind kind) { return kind == Kind::Function; }
};

// One activation of a Code.
struct Frame {
    Code* code;
    Frame* back = nullptr;
    Dict* globals = nullptr;
    Value* slots = nullptr;
    Dict* space = nullptr; // module and class bodies: where names are stored
    Value mapping;         // a class body's namespace from __prepare__ that is no plain dict
    Function* function = nullptr;
    const ast::Span* where = nullptr;            // what is being evaluated
    const ast::Expression* expression = nullptr; // the same, where it is an expression
    Value result;                                // of `return`
    Value handling;                              // the exception that an `except` block is working on
    struct GeneratorState* generator = nullptr;
    int guarded_imports = 0; // inside of how many `try` blocks that catch ImportError
    int handled = 0;         // and of how many that catch anything
    int watched = 0;         // inside of how many blocks that see what their body raises: try, with

    int line() const { return where ? where->line : code->first_line; }
};

} // namespace limbeck::python
