#include "database/value.hpp"

#include <fmt/format.h>

namespace limbeck::database {

Cell Cell::of(bool value) {
    Cell cell;
    cell.kind_ = CellKind::boolean;
    cell.boolean_ = value;
    return cell;
}

Cell Cell::of(std::int64_t value) {
    Cell cell;
    cell.kind_ = CellKind::integer;
    cell.integer_ = value;
    return cell;
}

Cell Cell::of(double value) {
    Cell cell;
    cell.kind_ = CellKind::real;
    cell.real_ = value;
    return cell;
}

Cell Cell::of_text(std::string_view value) {
    Cell cell;
    cell.kind_ = CellKind::text;
    cell.size_ = static_cast<std::uint32_t>(value.size());
    cell.data_ = value.data();
    return cell;
}

Cell Cell::of_bytes(std::string_view value) {
    Cell cell = of_text(value);
    cell.kind_ = CellKind::bytes;
    return cell;
}

bool Cell::boolean() const {
    if (kind_ != CellKind::boolean) throw std::bad_variant_access();
    return boolean_;
}

std::int64_t Cell::integer() const {
    if (kind_ != CellKind::integer) throw std::bad_variant_access();
    return integer_;
}

double Cell::real() const {
    if (kind_ != CellKind::real) throw std::bad_variant_access();
    return real_;
}

std::string_view Cell::text() const {
    if (kind_ != CellKind::text && kind_ != CellKind::bytes) throw std::bad_variant_access();
    return {data_, size_};
}

std::string Cell::to_string() const {
    switch (kind_) {
    case CellKind::null:
        return "NULL";
    case CellKind::boolean:
        return boolean_ ? "true" : "false";
    case CellKind::integer:
        return std::to_string(integer_);
    case CellKind::real:
        return fmt::format("{}", real_);
    case CellKind::text:
        return std::string(text());
    case CellKind::bytes: {
        std::string out = "\\x";
        for (char c : text()) out += fmt::format("{:02x}", static_cast<unsigned char>(c));
        return out;
    }
    }
    return {};
}

Value Cell::to_value() const {
    switch (kind_) {
    case CellKind::null:
        return nullptr;
    case CellKind::boolean:
        return boolean_;
    case CellKind::integer:
        return integer_;
    case CellKind::real:
        return real_;
    case CellKind::text:
        return std::string(text());
    case CellKind::bytes:
        return Bytes{std::string(text())};
    }
    return nullptr;
}

} // namespace limbeck::database
