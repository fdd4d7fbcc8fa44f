// The list: faults of files, of rows, of jobs.
#include "api/jobs/sheet_words.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace vinhdanh {
namespace {

struct SheetWord {
  std::string_view code;
  std::string_view vi;
  std::string_view en;
};

constexpr std::array sheet_words{
    SheetWord{"sheet_empty", "Bảng tính không có dòng nào.", "The spreadsheet has no rows."},
    SheetWord{"sheet_too_large", "Tệp lớn hơn {}.", "The file is larger than {}."},
    SheetWord{"sheet_old_format", "Tệp theo định dạng Excel cũ (.xls). Lưu lại thành .xlsx rồi tải lên.",
              "The file has the old format of Excel (.xls). Save it as .xlsx first."},
    SheetWord{"sheet_encrypted", "Tệp có đặt mật khẩu. Bỏ mật khẩu rồi tải lên.", "The file has a password. Remove it first."},
    SheetWord{"sheet_text_file", "Tệp là văn bản (CSV), không phải .xlsx. Lưu lại thành .xlsx rồi tải lên.",
              "The file is text (CSV), not .xlsx. Save it as .xlsx first."},
    SheetWord{"sheet_opendocument", "Tệp theo định dạng OpenDocument (.ods). Lưu lại thành .xlsx rồi tải lên.",
              "The file is an OpenDocument spreadsheet (.ods). Save it as .xlsx first."},
    SheetWord{"sheet_not_a_workbook", "Tệp không phải là bảng tính .xlsx.", "The file is not an .xlsx spreadsheet."},
    SheetWord{"sheet_damaged", "Tệp bị hỏng hoặc không tải lên hết. Tải lên lại.", "The file is damaged or incomplete. Upload it again."},
    SheetWord{"sheet_strange_parts", "Tệp có thành phần mang tên bất thường hoặc trùng tên.",
              "Parts of the file have unusual names, or the same name."},
    SheetWord{"sheet_too_many_parts", "Tệp có hơn {} thành phần.", "The file has more than {} parts."},
    SheetWord{"sheet_part_too_large", "Khi giải nén, một thành phần của tệp lớn hơn {}.", "A part of the file is larger than {} once unpacked."},
    SheetWord{"sheet_bomb", "Tệp giải nén ra lớn gấp quá nhiều lần kích thước của nó.", "The file unpacks to far more than its size."},
    SheetWord{"sheet_macros", "Tệp có macro. Lưu lại thành .xlsx không có macro.", "The file has macros. Save it as .xlsx without them."},
    SheetWord{"sheet_external_links", "Tệp có liên kết đến tệp khác. Bỏ liên kết rồi tải lên.",
              "The file has links to other files. Remove them first."},
    SheetWord{"sheet_embedded_files", "Tệp có tệp khác nhúng bên trong. Bỏ tệp nhúng rồi tải lên.",
              "Other files are embedded in the file. Remove them first."},
    SheetWord{"sheet_doctype", "Tệp có khai báo DOCTYPE, không được nhận.", "The file has a document type declaration, which is not accepted."},
    SheetWord{"sheet_bad_xml", "Nội dung bên trong tệp sai định dạng.", "The content of the file is malformed."},
    SheetWord{"sheet_text_too_long", "Có ô dài hơn {} byte.", "A cell is longer than {} bytes."},
    SheetWord{"sheet_too_many_columns", "Bảng tính có hơn {} cột.", "The spreadsheet has more than {} columns."},
    SheetWord{"sheet_too_many_rows", "Bảng tính có hơn {} dòng. Chia thành nhiều tệp.",
              "The spreadsheet has more than {} rows. Split it into several files."},
    SheetWord{"sheet_too_many_merged", "Bảng tính có hơn {} vùng ô gộp. Bỏ gộp ô.", "The spreadsheet has more than {} merged areas. Unmerge them."},
    SheetWord{"sheet_too_costly", "Đọc tệp này tốn quá nhiều thời gian hoặc bộ nhớ.", "Reading this file takes too much time or memory."},
    SheetWord{"sheet_reader_failed", "Không đọc được tệp này. Mở tệp, lưu lại thành .xlsx rồi tải lên.", "This file could not be read. Open it, save it as .xlsx and upload it again."},
    SheetWord{"sheet_given_up", "Việc đọc tệp đã dừng. Tải lên lại.", "Reading the file was stopped. Upload it again."},

    SheetWord{"formula", "Ô có công thức. Thay công thức bằng giá trị.", "The cell has a formula. Replace it with its value."},
    SheetWord{"error_cell", "Ô báo lỗi {}.", "The cell shows the error {}."},
    SheetWord{"merged_cell", "Ô bị gộp, không rõ giá trị thuộc dòng nào. Bỏ gộp ô.",
              "The cell is merged with others, so it is not clear which row its value is for. Unmerge it."},
    SheetWord{"wrong_date", "Ngày không có thật.", "There is no such day."},
    SheetWord{"date_expected", "Cần một ngày, ví dụ 31/12/2024.", "A date is expected, such as 31/12/2024."},
    SheetWord{"number_expected", "Cần một số, ví dụ 12,5.", "A number is expected, such as 12,5."},
    SheetWord{"ambiguous_number", "Không rõ dấu chấm hoặc dấu phẩy ngăn phần nghìn hay phần thập phân.",
              "It is not clear whether the dot or comma separates thousands or decimals."},
    SheetWord{"text_expected", "Cần chữ, không phải giá trị đúng/sai.", "Text is expected, not true or false."},
    SheetWord{"unsafe_text", "Ô có ký tự điều khiển hoặc ký tự ẩn.", "The cell has control or hidden characters."},
    SheetWord{"unknown_category", "Nhóm đối tượng không có trong danh mục.", "There is no such category."},
    SheetWord{"old_font_tcvn3", "Chữ phông cũ TCVN3 (ABC).", "Text typed for an old TCVN3 (ABC) font."},
    SheetWord{"old_font_vni", "Chữ phông cũ VNI.", "Text typed for an old VNI font."},
    SheetWord{"old_font_row", "Cùng dòng với chữ phông cũ, đọc được theo cả hai cách.",
              "In a row with text of an old font, and can be read either way."},
    SheetWord{"spaces", "Có khoảng trắng thừa hoặc ký tự ẩn.", "There are stray spaces or hidden characters."},
    SheetWord{"date_form", "Ngày viết theo dạng khác.", "The date is written in another form."},
    SheetWord{"category_missing", "Chưa ghi nhóm đối tượng.", "The category is missing."},
    SheetWord{"name_missing", "Chưa ghi tên tập thể, cá nhân.", "The nominee's name is missing."},
    SheetWord{"too_long", "Nội dung dài quá {} byte.", "The text is longer than {} bytes."},
    SheetWord{"figure_missing", "Có nguồn nhưng không có số liệu.", "There is a source, but no figure."},
    SheetWord{"duplicate_in_file", "Trùng với dòng {} trong tệp.", "The same as row {} in the file."},
    SheetWord{"duplicate_in_submission", "Trùng với hồ sơ {} trong tờ trình.", "The same as dossier {} in the letter."},
    SheetWord{"submission_full", "Tờ trình chỉ nhận được tối đa {} hồ sơ.", "A letter takes no more than {} dossiers."},
    SheetWord{"not_made", "Hồ sơ không lập được.", "The dossier could not be made."},

    SheetWord{"job_failed", "Hệ thống gặp lỗi khi làm tác vụ này. Yêu cầu lại; nếu vẫn lỗi, báo người quản trị.", "The system failed at this. Request it again; if it fails again, tell an administrator."},
    SheetWord{"job_interrupted", "Tác vụ này bị gián đoạn nhiều lần nên đã dừng. Yêu cầu lại.", "This was interrupted several times and has been stopped. Request it again."},
    SheetWord{"job_too_old", "Tác vụ này bị gián đoạn quá lâu nên đã dừng. Yêu cầu lại.", "This was interrupted for too long and has been stopped. Request it again."},
    SheetWord{"job_file_gone", "Tệp của tác vụ này không còn. Yêu cầu lại.", "The file is gone. Request it again."},
    SheetWord{"job_rights_ended", "Vai trò của người yêu cầu đã kết thúc.", "The role of the person who requested this has ended."},
    SheetWord{"job_subject_closed", "Không còn lập được hồ sơ trong tờ trình này.", "No dossier can be drawn up in this letter any more."},
    SheetWord{"export_too_large", "Danh sách có hơn {} dòng. Thu hẹp bộ lọc.", "The list has more than {} rows. Narrow the filters."},
};

const SheetWord* word_of(std::string_view code) {
  const auto found = std::ranges::find(sheet_words, code, &SheetWord::code);
  return found == sheet_words.end() ? nullptr : &*found;
}

std::string filled(std::string_view text, const std::string& detail) {
  std::string all(text);
  if (const auto at = all.find("{}"); at != std::string::npos) all.replace(at, 2, detail);
  return all;
}

}  // namespace

bool is_sheet_code(std::string_view code) { return word_of(code) != nullptr; }

Sentence sheet_sentence(std::string_view code, const std::string& detail) {
  const SheetWord* word = word_of(code);
  if (word == nullptr) throw std::logic_error("no words for " + std::string(code));
  return {filled(word->vi, detail), filled(word->en, detail)};
}

}  // namespace vinhdanh
