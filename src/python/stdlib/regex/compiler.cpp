#include "python/stdlib/regex/linear.hpp"
#include "python/stdlib/regex/program.hpp"

namespace limbeck::python::regex {

Program::Program() = default;
Program::~Program() = default;
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;

namespace {

class Compiler {
  public:
    explicit Compiler(Program& program) : program_(program) {}

    void emit_node(const Node& node) {
        switch (node.kind) {
        case NodeKind::sequence:
            for (const auto& child : node.children) emit_node(*child);
            break;
        case NodeKind::alternate:
            emit_alternate(node);
            break;
        case NodeKind::literal:
            if (node.ignore_case)
                emit(Op::literal_case, node.character, node.ascii);
            else
                emit(Op::literal, node.character);
            break;
        case NodeKind::any:
            emit(node.dot_all ? Op::any_all : Op::any);
            break;
        case NodeKind::set:
            emit(Op::set, node.number);
            break;
        case NodeKind::group:
            if (node.number) emit(Op::open, node.number);
            emit_node(*node.children[0]);
            if (node.number) emit(Op::close, node.number);
            break;
        case NodeKind::repeat:
            emit_repeat(node);
            break;
        case NodeKind::at:
            emit(Op::at, static_cast<std::uint32_t>(node.at), node.ascii);
            break;
        case NodeKind::reference:
            emit(Op::reference, node.number, node.ignore_case, node.ascii);
            break;
        case NodeKind::look: {
            std::size_t start = emit(Op::look, 0, node.negated, node.behind ? node.minimum : 0);
            emit_node(*node.children[0]);
            emit(Op::look_end, 0, node.negated);
            code()[start].a = here();
            break;
        }
        case NodeKind::atomic:
            emit(Op::atomic);
            emit_node(*node.children[0]);
            emit(Op::atomic_end);
            break;
        case NodeKind::conditional: {
            std::size_t test = emit(Op::condition, node.number);
            emit_node(*node.children[0]);
            if (node.children.size() > 1) {
                std::size_t skip = emit(Op::jump);
                code()[test].b = here();
                emit_node(*node.children[1]);
                code()[skip].a = here();
            } else {
                code()[test].b = here();
            }
            break;
        }
        }
    }

    std::size_t emit(Op op, std::uint32_t a = 0, std::uint32_t b = 0, std::uint32_t c = 0) {
        code().push_back({op, a, b, c});
        return code().size() - 1;
    }

  private:
    std::vector<Instruction>& code() { return program_.code; }
    std::uint32_t here() { return static_cast<std::uint32_t>(code().size()); }

    void emit_alternate(const Node& node) {
        std::vector<std::size_t> ends;
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            bool last = i + 1 == node.children.size();
            std::size_t split = last ? 0 : emit(Op::split, here() + 1);
            emit_node(*node.children[i]);
            if (last) break;
            ends.push_back(emit(Op::jump));
            code()[split].b = here();
        }
        for (std::size_t end : ends) code()[end].a = here();
    }

    // The node itself, or the one node inside plain parentheses, where it always takes one character.
    static const Node* one_character(const Node& node) {
        const Node* inner = &node;
        while (inner->kind == NodeKind::sequence && inner->children.size() == 1)
            inner = inner->children[0].get();
        bool single =
            inner->kind == NodeKind::literal || inner->kind == NodeKind::any || inner->kind == NodeKind::set;
        return single ? inner : nullptr;
    }

    void emit_repeat(const Node& node) {
        const Node& body = *node.children[0];
        bool possessive = node.greed == Greed::possessive;
        if (possessive) emit(Op::atomic);
        auto loop = static_cast<std::uint32_t>(program_.loops.size());
        program_.loops.push_back({node.minimum, node.maximum, node.greed == Greed::lazy});
        if (const Node* single = one_character(body)) {
            std::size_t run = emit(Op::run, loop);
            emit_node(*single);
            code()[run].b = here();
        } else if (node.minimum == 0 && node.maximum == 1) {
            std::size_t split = emit(Op::split);
            emit_node(body);
            auto inside = static_cast<std::uint32_t>(split) + 1;
            code()[split].a = node.greed == Greed::lazy ? here() : inside;
            code()[split].b = node.greed == Greed::lazy ? inside : here();
        } else {
            emit(Op::loop_start, loop);
            std::size_t test = emit(Op::loop, loop);
            emit_node(body);
            emit(Op::jump, static_cast<std::uint32_t>(test));
            code()[test].b = here();
        }
        if (possessive) emit(Op::atomic_end);
    }

    Program& program_;
};

} // namespace

Program compile(std::u32string_view text, std::uint32_t flags, bool bytes) {
    Program program;
    program.pattern = parse(text, flags, bytes);
    const Node& root = *program.pattern.root;
    program.minimum_width = width(root, {}).minimum;
    Compiler compiler(program);
    compiler.emit_node(root);
    compiler.emit(Op::match);
    const Node* first = &root;
    while ((first->kind == NodeKind::sequence || first->kind == NodeKind::group) && !first->children.empty())
        first = first->children[0].get();
    program.has_first = first->kind == NodeKind::literal && !first->ignore_case;
    program.first = first->character;
    return program;
}

} // namespace limbeck::python::regex
