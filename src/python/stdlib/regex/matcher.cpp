#include "python/stdlib/regex/linear.hpp"
#include "python/stdlib/regex/program.hpp"

#include <cstring>

namespace limbeck::python::regex {

namespace {

constexpr std::uint64_t most_steps = 20'000'000;
// Steps after which RE2 is asked, where it knows the pattern.
constexpr std::uint64_t patience = 200'000;
// What the stack of choices may hold: 24 bytes each.
constexpr std::size_t most_choices = 16'000'000;

struct OutOfPatience {};

// Code units of `Unit` are characters: bytes, ASCII text, or code points.
template <class Unit> class Machine {
  public:
    Machine(const Program& program, const Unit* text, std::size_t end, std::uint64_t step_limit)
        : program_(program), text_(text), end_(end), steps_left_(step_limit),
          slots_(2 * (program.pattern.group_count + 1) + 1, -1), loops_(program.loops.size()) {}

    bool find(std::size_t position, Mode mode, bool must_advance, Found& found) {
        if (mode != Mode::search) {
            if (!match_at(position, mode == Mode::full_match, must_advance)) return false;
            report(position, found);
            return true;
        }
        for (; position <= end_; ++position) {
            if (end_ - position < program_.minimum_width) return false;
            if (program_.has_first && !skip_to_first(position)) return false;
            if (match_at(position, false, must_advance)) {
                report(position, found);
                return true;
            }
            must_advance = false;
        }
        return false;
    }

  private:
    enum class Kind : std::uint32_t { choice, slot, loop, greedy_run, lazy_run, mark };
    struct Entry {
        Kind kind;
        std::uint32_t index; // where to go on, or which slot or loop
        long position;       // or the old value
        long extra;          // runs: how far back, or how many more; loops: the old last position
    };
    struct LoopState {
        long count = 0;
        long last = -1;
    };

    bool skip_to_first(std::size_t& position) {
        if constexpr (sizeof(Unit) == 1) {
            if (program_.first > 255) return false;
            const void* at = std::memchr(text_ + position, static_cast<int>(program_.first), end_ - position);
            if (!at) return false;
            position = static_cast<std::size_t>(static_cast<const Unit*>(at) - text_);
            return true;
        } else {
            while (position < end_ && text_[position] != program_.first) ++position;
            return position < end_;
        }
    }

    void report(std::size_t start, Found& found) {
        found.groups.assign(program_.pattern.group_count + 1, Span{});
        found.groups[0] = {static_cast<long>(start), static_cast<long>(position_)};
        for (std::size_t i = 1; i < found.groups.size(); ++i)
            if (slots_[2 * i + 1] >= 0) found.groups[i] = {slots_[2 * i], slots_[2 * i + 1]};
        found.last_group = slots_.back() < 0 ? 0 : static_cast<std::uint32_t>(slots_.back());
    }

    char32_t unit(std::size_t at) const { return static_cast<char32_t>(text_[at]); }

    bool is_word_at(std::size_t at, bool ascii) const { return is_category(Category::word, unit(at), ascii); }

    bool at_place(At where, std::size_t at, bool ascii) const {
        switch (where) {
        case At::start:
        case At::text_start:
            return at == 0;
        case At::line_start:
            return at == 0 || unit(at - 1) == '\n';
        case At::end:
            return at == end_ || (at + 1 == end_ && unit(at) == '\n');
        case At::line_end:
            return at == end_ || unit(at) == '\n';
        case At::text_end:
            return at == end_;
        case At::boundary:
        case At::not_boundary: {
            if (end_ == 0) return false;
            bool before = at > 0 && is_word_at(at - 1, ascii);
            bool after = at < end_ && is_word_at(at, ascii);
            return (before != after) == (where == At::boundary);
        }
        }
        return false;
    }

    // Whether a one-character instruction takes the character at `at` (which is inside the text).
    bool takes(const Instruction& what, std::size_t at) const {
        char32_t c = unit(at);
        switch (what.op) {
        case Op::literal:
            return c == what.a;
        case Op::literal_case:
            return lower(c, what.b) == what.a || lower(upper(c, what.b), what.b) == what.a;
        case Op::any:
            return c != '\n';
        case Op::any_all:
            return true;
        case Op::set:
            return program_.pattern.sets[what.a].contains(c);
        default:
            return false;
        }
    }

    bool refers(const Instruction& what, std::size_t& position) const {
        long from = slots_[2 * what.a], to = slots_[2 * what.a + 1];
        if (from < 0 || to < from) return false;
        auto length = static_cast<std::size_t>(to - from);
        if (end_ - position < length) return false;
        for (std::size_t i = 0; i < length; ++i) {
            char32_t a = unit(static_cast<std::size_t>(from) + i), b = unit(position + i);
            if (a != b && !(what.b && lower(a, what.c) == lower(b, what.c))) return false;
        }
        position += length;
        return true;
    }

    void push(Kind kind, std::size_t index, std::size_t position, long extra = 0) {
        if (stack_.size() >= most_choices) throw StepError();
        stack_.push_back({kind, static_cast<std::uint32_t>(index), static_cast<long>(position), extra});
    }

    void set_slot(std::size_t slot, long value) {
        if (slots_[slot] == value) return;
        stack_.push_back({Kind::slot, static_cast<std::uint32_t>(slot), slots_[slot], 0});
        slots_[slot] = value;
    }

    void save_loop(std::size_t index) {
        stack_.push_back(
            {Kind::loop, static_cast<std::uint32_t>(index), loops_[index].count, loops_[index].last});
    }

    bool match_at(std::size_t start, bool full, bool must_advance) {
        stack_.clear();
        marks_.clear();
        std::fill(slots_.begin(), slots_.end(), -1);
        std::size_t pc = 0, position = start;
        for (;;) {
            if (steps_left_-- == 0) throw OutOfPatience{};
            const Instruction& now = program_.code[pc];
            bool on = true;
            switch (now.op) {
            case Op::literal:
            case Op::literal_case:
            case Op::any:
            case Op::any_all:
            case Op::set:
                on = position < end_ && takes(now, position);
                ++position;
                ++pc;
                break;
            case Op::open:
                // A group's start counts once it is closed: a reference inside it still sees the last round.
                set_slot(2 * now.a, static_cast<long>(position));
                ++pc;
                break;
            case Op::close:
                set_slot(2 * now.a + 1, static_cast<long>(position));
                set_slot(slots_.size() - 1, now.a);
                ++pc;
                break;
            case Op::split:
                push(Kind::choice, now.b, position);
                pc = now.a;
                break;
            case Op::jump:
                pc = now.a;
                break;
            case Op::at:
                on = at_place(static_cast<At>(now.a), position, now.b);
                ++pc;
                break;
            case Op::reference:
                on = refers(now, position);
                ++pc;
                break;
            case Op::loop_start:
                save_loop(now.a);
                loops_[now.a] = {};
                ++pc;
                break;
            case Op::loop:
                pc = next_round(pc, now, position, on);
                break;
            case Op::run:
                pc = start_run(pc, now, position, on);
                break;
            case Op::look:
                if (position < now.c) {
                    // Too near the start to look that far behind.
                    on = now.b;
                    pc = now.a;
                    break;
                }
                mark(now.b ? now.a : 0, position);
                position -= now.c;
                ++pc;
                break;
            case Op::look_end:
                position = static_cast<std::size_t>(stack_[marks_.back()].position);
                if (now.b) {
                    unwind_to_mark();
                    on = false;
                } else {
                    keep_to_mark();
                    ++pc;
                }
                break;
            case Op::atomic:
                mark(0, position);
                ++pc;
                break;
            case Op::atomic_end:
                keep_to_mark();
                ++pc;
                break;
            case Op::condition:
                pc = slots_[2 * now.a + 1] >= 0 ? pc + 1 : now.b;
                break;
            case Op::match:
                if ((full && position != end_) || (must_advance && position == start)) {
                    on = false;
                    break;
                }
                position_ = position;
                return true;
            }
            if (!on && !backtrack(pc, position)) return false;
        }
    }

    std::size_t next_round(std::size_t pc, const Instruction& now, std::size_t position, bool& on) {
        const Loop& loop = program_.loops[now.a];
        LoopState& state = loops_[now.a];
        auto count = static_cast<std::uint32_t>(state.count);
        auto enter = [&] {
            save_loop(now.a);
            state.count += 1;
            state.last = static_cast<long>(position);
        };
        if (count < loop.minimum) {
            enter();
            return pc + 1;
        }
        // A round that took nothing is not followed by another: it would take nothing again, for ever.
        bool again = count < loop.maximum && state.last != static_cast<long>(position);
        if (loop.lazy) {
            if (again) push(Kind::lazy_run, pc, position, -1);
            return now.b;
        }
        if (!again) return now.b;
        push(Kind::choice, now.b, position);
        enter();
        on = true;
        return pc + 1;
    }

    std::size_t start_run(std::size_t pc, const Instruction& now, std::size_t& position, bool& on) {
        const Loop& loop = program_.loops[now.a];
        const Instruction& what = program_.code[pc + 1];
        std::size_t room = end_ - position;
        std::size_t wanted = loop.lazy ? loop.minimum : loop.maximum;
        std::size_t most = std::min<std::size_t>(room, wanted);
        std::size_t taken = 0;
        while (taken < most && takes(what, position + taken)) ++taken;
        std::uint64_t cost = taken / 8;
        steps_left_ = steps_left_ > cost ? steps_left_ - cost : 0;
        if (taken < loop.minimum) {
            on = false;
            return now.b;
        }
        std::size_t low = position + loop.minimum;
        position += taken;
        if (loop.lazy) {
            if (loop.maximum > taken) push(Kind::lazy_run, pc, position, static_cast<long>(taken));
        } else if (position > low) {
            push(Kind::greedy_run, now.b, position, static_cast<long>(low));
        }
        return now.b;
    }

    // Goes back to the latest choice that has something left to try.
    bool backtrack(std::size_t& pc, std::size_t& position) {
        while (!stack_.empty()) {
            Entry entry = stack_.back();
            stack_.pop_back();
            switch (entry.kind) {
            case Kind::choice:
                pc = entry.index;
                position = static_cast<std::size_t>(entry.position);
                return true;
            case Kind::slot:
                slots_[entry.index] = entry.position;
                break;
            case Kind::loop:
                loops_[entry.index] = {entry.position, entry.extra};
                break;
            case Kind::greedy_run:
                pc = entry.index;
                position = static_cast<std::size_t>(entry.position) - 1;
                if (static_cast<long>(position) > entry.extra) {
                    entry.position -= 1;
                    stack_.push_back(entry);
                }
                return true;
            case Kind::lazy_run:
                if (resume_lazy(entry, pc, position)) return true;
                break;
            case Kind::mark:
                marks_.pop_back();
                // A negated look whose inside found nothing holds.
                if (entry.index) {
                    pc = entry.index;
                    position = static_cast<std::size_t>(entry.position);
                    return true;
                }
                break;
            }
        }
        return false;
    }

    bool resume_lazy(Entry entry, std::size_t& pc, std::size_t& position) {
        const Instruction& now = program_.code[entry.index];
        position = static_cast<std::size_t>(entry.position);
        if (now.op == Op::loop) {
            save_loop(now.a);
            loops_[now.a].count += 1;
            loops_[now.a].last = entry.position;
            pc = entry.index + 1;
            return true;
        }
        if (position >= end_ || !takes(program_.code[entry.index + 1], position)) return false;
        ++position;
        entry.position += 1;
        entry.extra += 1;
        if (static_cast<std::uint64_t>(entry.extra) < program_.loops[now.a].maximum) stack_.push_back(entry);
        pc = now.b;
        return true;
    }

    void mark(std::size_t otherwise, std::size_t position) {
        marks_.push_back(stack_.size());
        push(Kind::mark, otherwise, position);
    }

    // Forgets the choices since the mark; what must be put back when going further back stays.
    void keep_to_mark() {
        std::size_t to = marks_.back();
        marks_.pop_back();
        for (std::size_t from = to + 1; from < stack_.size(); ++from)
            if (stack_[from].kind == Kind::slot || stack_[from].kind == Kind::loop)
                stack_[to++] = stack_[from];
        stack_.resize(to);
    }

    void unwind_to_mark() {
        std::size_t to = marks_.back();
        marks_.pop_back();
        while (stack_.size() > to) {
            const Entry& entry = stack_.back();
            if (entry.kind == Kind::slot) slots_[entry.index] = entry.position;
            if (entry.kind == Kind::loop) loops_[entry.index] = {entry.position, entry.extra};
            stack_.pop_back();
        }
    }

    const Program& program_;
    const Unit* text_;
    std::size_t end_;
    std::size_t position_ = 0;
    std::uint64_t steps_left_;
    std::vector<long> slots_; // start and end of each group; the last one is the group that closed last
    std::vector<LoopState> loops_;
    std::vector<Entry> stack_;
    std::vector<std::size_t> marks_;
};

bool run(const Program& program, const Subject& text, std::size_t position, std::size_t end, Mode mode,
         bool must_advance, std::uint64_t steps, Found& found) {
    if (text.wide) {
        Machine<char32_t> machine(program, static_cast<const char32_t*>(text.data), end, steps);
        return machine.find(position, mode, must_advance, found);
    }
    Machine<unsigned char> machine(program, static_cast<const unsigned char*>(text.data), end, steps);
    return machine.find(position, mode, must_advance, found);
}

} // namespace

bool find(const Program& program, const Subject& text, std::size_t position, std::size_t end, Mode mode,
          bool must_advance, Found& found) {
    end = std::min(end, text.length);
    if (position > end) return false;
    try {
        return run(program, text, position, end, mode, must_advance, patience, found);
    } catch (const OutOfPatience&) {
    }
    if (!program.linear_tried) {
        program.linear_tried = true;
        program.linear = Linear::translate(program.pattern);
    }
    if (program.linear && !must_advance && program.linear->accepts(text, end))
        return program.linear->find(text, position, end, mode, found);
    try {
        return run(program, text, position, end, mode, must_advance, most_steps, found);
    } catch (const OutOfPatience&) {
        throw StepError();
    }
}

} // namespace limbeck::python::regex
