#include "python/ast_dump_state.hpp"

namespace limbeck::python {

namespace {

constexpr std::string_view binary_operators[] = {"Add",    "Sub",    "Mult",    "MatMult", "Div",
                                                 "Mod",    "Pow",    "LShift",  "RShift",  "BitOr",
                                                 "BitXor", "BitAnd", "FloorDiv"};

} // namespace

void Dumper::function(const ast::Function& node) {
    identifier("name", node.name);
    parameters(*node.parameters);
    list("body", node.body);
    list("decorator_list", node.decorators);
    child("returns", node.returns);
    if (!old_ || !node.type_parameters.empty()) list("type_params", node.type_parameters);
}

void Dumper::loop(const ast::ForLoop& node) {
    child("target", node.target);
    child("iter", node.iterable);
    list("body", node.body);
    list("orelse", node.otherwise);
}

void Dumper::with(const ast::WithBlock& node) {
    list("items", node.items);
    list("body", node.body);
}

void Dumper::try_(const ast::TryBlock& node) {
    list("body", node.body);
    list("handlers", node.handlers);
    list("orelse", node.otherwise);
    list("finalbody", node.final_body);
}

void Dumper::item(const ast::Statement* statement) {
    using K = ast::StatementKind;
    const ast::Statement& node = *statement;
    switch (node.kind) {
    case K::FunctionDef:
        open("FunctionDef");
        function(ast::as<ast::FunctionDef>(node));
        break;
    case K::AsyncFunctionDef:
        open("AsyncFunctionDef");
        function(ast::as<ast::AsyncFunctionDef>(node));
        break;
    case K::ClassDef: {
        const auto& definition = ast::as<ast::ClassDef>(node);
        open("ClassDef");
        identifier("name", definition.name);
        list("bases", definition.bases);
        list("keywords", definition.keywords);
        list("body", definition.body);
        list("decorator_list", definition.decorators);
        if (!old_ || !definition.type_parameters.empty()) list("type_params", definition.type_parameters);
        break;
    }
    case K::Return:
        open("Return");
        child("value", ast::as<ast::Return>(node).value);
        break;
    case K::Delete:
        open("Delete");
        list("targets", ast::as<ast::Delete>(node).targets);
        break;
    case K::Assign:
        open("Assign");
        list("targets", ast::as<ast::Assign>(node).targets);
        child("value", ast::as<ast::Assign>(node).value);
        break;
    case K::TypeAlias: {
        const auto& alias = ast::as<ast::TypeAlias>(node);
        open("TypeAlias");
        child("name", alias.name);
        list("type_params", alias.type_parameters);
        child("value", alias.value);
        break;
    }
    case K::AugAssign: {
        const auto& assign = ast::as<ast::AugAssign>(node);
        open("AugAssign");
        child("target", assign.target);
        symbol("op", binary_operators[static_cast<int>(assign.op)]);
        child("value", assign.value);
        break;
    }
    case K::AnnAssign: {
        const auto& assign = ast::as<ast::AnnAssign>(node);
        open("AnnAssign");
        child("target", assign.target);
        child("annotation", assign.annotation);
        child("value", assign.value);
        number("simple", assign.simple);
        break;
    }
    case K::For:
        open("For");
        loop(ast::as<ast::For>(node));
        break;
    case K::AsyncFor:
        open("AsyncFor");
        loop(ast::as<ast::AsyncFor>(node));
        break;
    case K::While: {
        const auto& block = ast::as<ast::While>(node);
        open("While");
        child("test", block.test);
        list("body", block.body);
        list("orelse", block.otherwise);
        break;
    }
    case K::If: {
        const auto& block = ast::as<ast::If>(node);
        open("If");
        child("test", block.test);
        list("body", block.body);
        list("orelse", block.otherwise);
        break;
    }
    case K::With:
        open("With");
        with(ast::as<ast::With>(node));
        break;
    case K::AsyncWith:
        open("AsyncWith");
        with(ast::as<ast::AsyncWith>(node));
        break;
    case K::Match:
        open("Match");
        child("subject", ast::as<ast::Match>(node).subject);
        list("cases", ast::as<ast::Match>(node).cases);
        break;
    case K::Raise:
        open("Raise");
        child("exc", ast::as<ast::Raise>(node).exception);
        child("cause", ast::as<ast::Raise>(node).cause);
        break;
    case K::Try:
        open("Try");
        try_(ast::as<ast::Try>(node));
        break;
    case K::TryStar:
        open("TryStar");
        try_(ast::as<ast::TryStar>(node));
        break;
    case K::Assert:
        open("Assert");
        child("test", ast::as<ast::Assert>(node).test);
        child("msg", ast::as<ast::Assert>(node).message);
        break;
    case K::Import:
        open("Import");
        list("names", ast::as<ast::Import>(node).names);
        break;
    case K::ImportFrom: {
        const auto& import = ast::as<ast::ImportFrom>(node);
        open("ImportFrom");
        identifier("module", import.module);
        list("names", import.names);
        number("level", import.level);
        break;
    }
    case K::Global:
        open("Global");
        list("names", ast::as<ast::Global>(node).names);
        break;
    case K::Nonlocal:
        open("Nonlocal");
        list("names", ast::as<ast::Nonlocal>(node).names);
        break;
    case K::Expr:
        open("Expr");
        child("value", ast::as<ast::Expr>(node).value);
        break;
    case K::Pass:
        open("Pass");
        break;
    case K::Break:
        open("Break");
        break;
    case K::Continue:
        open("Continue");
        break;
    }
    close_at(node.where);
}

} // namespace limbeck::python
