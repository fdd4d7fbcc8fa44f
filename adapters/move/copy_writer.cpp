// A row's JSON becomes a line of COPY's text format as it is read.
#include "adapters/move/copy_writer.hpp"

#include "engine/codec/json.hpp"

namespace vinhdanh::detail {
namespace {

/// Hears the values of one array of texts and whole numbers.
class LineOf {
 public:
  LineOf(std::string& lines, bool continues) : lines_(lines), first_(!continues) {}

  bool null() { return put("\\N"); }
  bool number_integer(std::int64_t value) { return put(std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) { return put(std::to_string(value)); }
  bool string(const std::string& text) {
    part();
    for (const char c : text) {
      switch (c) {
        case '\\': lines_ += "\\\\"; break;
        case '\t': lines_ += "\\t"; break;
        case '\n': lines_ += "\\n"; break;
        case '\r': lines_ += "\\r"; break;
        default: lines_ += c;
      }
    }
    return true;
  }
  bool start_array(std::size_t) { return true; }
  bool end_array() { return true; }

  // No column holds any of these.
  bool boolean(bool) { return false; }
  bool number_float(double, const std::string&) { return false; }
  bool binary(const nlohmann::json::binary_t&) { return false; }
  bool start_object(std::size_t) { return false; }
  bool key(const std::string&) { return false; }
  bool end_object() { return false; }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) { return false; }

 private:
  void part() {
    if (!first_) lines_ += '\t';
    first_ = false;
  }
  bool put(const std::string& plain) {
    part();
    lines_ += plain;
    return true;
  }

  std::string& lines_;
  bool first_;
};

std::string copy_into(const MovedTable& table) {
  std::string names;
  for (const MovedColumn& column : written_columns(table)) names += (names.empty() ? "" : ", ") + column.name;
  return "COPY " + table.name + " (" + names + ") FROM STDIN";
}

}  // namespace

CopyWriter::CopyWriter(PostgresConnection& session, const MovedTable& table)
    : session_(session), table_(table), into_(copy_into(table)) {}

void CopyWriter::write(const std::vector<MovedRow>& rows) {
  if (rows.empty()) return;
  std::string lines;
  for (const MovedRow& row : rows) {
    ++written_;
    if (table_.is_feed) lines += std::to_string(written_);
    LineOf line(lines, table_.is_feed);
    if (!nlohmann::json::sax_parse(row.columns, &line)) throw SqlError(table_.name + ": a row cannot be read");
    lines += '\n';
  }
  session_.copy_in(into_, lines);
}

}  // namespace vinhdanh::detail
