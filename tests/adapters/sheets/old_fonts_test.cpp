// Old Vietnamese fonts: every letter of both, names that were typed for them, and names that were not.
#include "adapters/sheets/old_fonts.hpp"

#include <map>

#include "adapters/sheets/vietnamese_syllable.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// The chart of vietunicode.sourceforge.net by rows: a vowel, then its tones acute, grave, hook, tilde, dot.
const Pairs tcvn3_rows{
    {"aáàảãạ", "a¸µ¶·¹"}, {"ăắằẳẵặ", "¨¾»¼½Æ"}, {"âấầẩẫậ", "©ÊÇÈÉË"}, {"eéèẻẽẹ", "eÐÌÎÏÑ"},
    {"êếềểễệ", "ªÕÒÓÔÖ"}, {"iíìỉĩị", "iÝ×ØÜÞ"}, {"oóòỏõọ", "oãßáâä"}, {"ôốồổỗộ", "«èåæçé"},
    {"ơớờởỡợ", "¬íêëìî"}, {"uúùủũụ", "uóïñòô"}, {"ưứừửữự", "\u00ADøõö÷ù"}, {"yýỳỷỹỵ", "yýúûüþ"}, {"đĂÂÊÔƠƯĐ", "®¡¢£¤¥¦§"}};

const Pairs vni_rows{
    {"á", "aù"}, {"à", "aø"}, {"ả", "aû"}, {"ã", "aõ"}, {"ạ", "aï"}, {"ă", "aê"}, {"ắ", "aé"}, {"ằ", "aè"}, {"ẳ", "aú"}, {"ẵ", "aü"},
    {"ặ", "aë"}, {"â", "aâ"}, {"ấ", "aá"}, {"ầ", "aà"}, {"ẩ", "aå"}, {"ẫ", "aã"}, {"ậ", "aä"}, {"é", "eù"}, {"è", "eø"}, {"ẻ", "eû"},
    {"ẽ", "eõ"}, {"ẹ", "eï"}, {"ê", "eâ"}, {"ế", "eá"}, {"ề", "eà"}, {"ể", "eå"}, {"ễ", "eã"}, {"ệ", "eä"}, {"í", "í"},  {"ì", "ì"},
    {"ỉ", "æ"},  {"ĩ", "ó"},  {"ị", "ò"},  {"ó", "où"}, {"ò", "oø"}, {"ỏ", "oû"}, {"õ", "oõ"}, {"ọ", "oï"}, {"ô", "oâ"}, {"ố", "oá"},
    {"ồ", "oà"}, {"ổ", "oå"}, {"ỗ", "oã"}, {"ộ", "oä"}, {"ơ", "ô"},  {"ớ", "ôù"}, {"ờ", "ôø"}, {"ở", "ôû"}, {"ỡ", "ôõ"}, {"ợ", "ôï"},
    {"ú", "uù"}, {"ù", "uø"}, {"ủ", "uû"}, {"ũ", "uõ"}, {"ụ", "uï"}, {"ư", "ö"},  {"ứ", "öù"}, {"ừ", "öø"}, {"ử", "öû"}, {"ữ", "öõ"},
    {"ự", "öï"}, {"ý", "yù"}, {"ỳ", "yø"}, {"ỷ", "yû"}, {"ỹ", "yõ"}, {"ỵ", "î"},  {"đ", "ñ"},
    {"Á", "AÙ"}, {"À", "AØ"}, {"Ả", "AÛ"}, {"Ã", "AÕ"}, {"Ạ", "AÏ"}, {"Ă", "AÊ"}, {"Ắ", "AÉ"}, {"Ằ", "AÈ"}, {"Ẳ", "AÚ"}, {"Ẵ", "AÜ"},
    {"Ặ", "AË"}, {"Â", "AÂ"}, {"Ấ", "AÁ"}, {"Ầ", "AÀ"}, {"Ẩ", "AÅ"}, {"Ẫ", "AÃ"}, {"Ậ", "AÄ"}, {"É", "EÙ"}, {"È", "EØ"}, {"Ẻ", "EÛ"},
    {"Ẽ", "EÕ"}, {"Ẹ", "EÏ"}, {"Ê", "EÂ"}, {"Ế", "EÁ"}, {"Ề", "EÀ"}, {"Ể", "EÅ"}, {"Ễ", "EÃ"}, {"Ệ", "EÄ"}, {"Í", "Í"},  {"Ì", "Ì"},
    {"Ỉ", "Æ"},  {"Ĩ", "Ó"},  {"Ị", "Ò"},  {"Ó", "OÙ"}, {"Ò", "OØ"}, {"Ỏ", "OÛ"}, {"Õ", "OÕ"}, {"Ọ", "OÏ"}, {"Ô", "OÂ"}, {"Ố", "OÁ"},
    {"Ồ", "OÀ"}, {"Ổ", "OÅ"}, {"Ỗ", "OÃ"}, {"Ộ", "OÄ"}, {"Ơ", "Ô"},  {"Ớ", "ÔÙ"}, {"Ờ", "ÔØ"}, {"Ở", "ÔÛ"}, {"Ỡ", "ÔÕ"}, {"Ợ", "ÔÏ"},
    {"Ú", "UÙ"}, {"Ù", "UØ"}, {"Ủ", "UÛ"}, {"Ũ", "UÕ"}, {"Ụ", "UÏ"}, {"Ư", "Ö"},  {"Ứ", "ÖÙ"}, {"Ừ", "ÖØ"}, {"Ử", "ÖÛ"}, {"Ữ", "ÖÕ"},
    {"Ự", "ÖÏ"}, {"Ý", "YÙ"}, {"Ỳ", "YØ"}, {"Ỷ", "YÛ"}, {"Ỹ", "YÕ"}, {"Ỵ", "Î"},  {"Đ", "Ñ"}};

using Chart = std::map<std::string, std::string>;

Chart tcvn3_chart() {
  Chart chart;
  for (const auto& [letters, typed] : tcvn3_rows) {
    const auto says = characters_of(letters);
    const auto stands = characters_of(typed);
    REQUIRE(says.size() == stands.size());
    for (std::size_t i = 0; i < says.size(); ++i) chart[std::string(says[i])] = stands[i];
  }
  return chart;
}

Chart vni_chart() { return {vni_rows.begin(), vni_rows.end()}; }

/// As somebody with that font typed it; nothing where it lacks a letter, as TCVN3 lacks capitals with tones.
std::optional<std::string> typed(const std::string& text, const Chart& chart) {
  std::string stands;
  for (const auto it : characters_of(text)) {
    const auto found = chart.find(std::string(it));
    if (found == chart.end() && it.size() > 1) return std::nullopt;
    stands += found == chart.end() ? std::string(it) : found->second;
  }
  return stands;
}

const std::vector<std::string> names{
    "Nguyễn Văn A", "Trần Thị Bích Ngọc", "Lê Hoàng Phương", "Phạm Quốc Tuấn", "Hoàng Thị Thuý", "Hoàng Thị Thúy", "Huỳnh Tấn Phát",
    "Phan Đăng Lưu", "Vũ Trọng Phụng", "Võ Nguyên Giáp", "Đặng Thuỳ Trâm", "Đặng Thùy Trâm", "Bùi Xuân Phái", "Đỗ Mười", "Hồ Xuân Hương",
    "Ngô Bảo Châu", "Dương Thị Xuân Quý", "Lý Thường Kiệt", "Đoàn Thị Điểm", "Tôn Đức Thắng", "Mai Thị Bưởi", "Trịnh Công Sơn",
    "Lương Thế Vinh", "Nông Đức Mạnh", "Triệu Thị Trinh", "Vi Văn Định", "Hoàng Văn Thụ", "Bế Văn Đàn", "La Văn Cầu", "Lô Thị Nguyệt",
    "Giàng A Páo", "Vàng Thị Dợ", "Sùng Seo Lử", "Cứ A Dế", "Lò Văn Giá", "Thào Mí Sính", "Tẩn Láo Tả", "Chảo Duần Phin", "Phàn Sành Khé",
    "Lường Thị Ưng", "Quàng Văn Ớt", "Cầm Bá Thước", "Hà Văn Khuyến", "Khuất Duy Tiến", "Nghiêm Xuân Yêm", "Quách Thị Huệ", "Tô Hoài",
    "Trương Gia Bình", "Kiều Oanh", "Đinh Bộ Lĩnh", "Phùng Quang Thanh", "Từ Ngọc Ánh", "Thân Nhân Trung", "Chu Văn An", "Cao Bá Quát",
    "Mạc Đĩnh Chi", "Hứa Thị Khuyên", "Lã Thị Quỳnh", "Ông Ích Khiêm", "Yên Thị Giỏi", "Uông Chu Lưu", "Ỷ Lan", "Thuận Hữu",
    "Nguyễn Thị Khoẻ", "Nguyễn Thị Khỏe", "Trần Loan", "Lưu Khoắng", "Đào Duy Từ", "Tăng Bạt Hổ", "Ứng Hoè", "Phó Chủ tịch Ủy ban nhân dân",
    "Trưởng phòng Giáo dục và Đào tạo", "Bí thư Đảng uỷ", "Chủ nhiệm hợp tác xã", "Hộ ông Hoàng Văn Giềng", "Xã Thiện Thuật",
    "Tổ trưởng tổ dân phố số 5", "Giám đốc Công ty TNHH Bình Gia", "Hiệu trưởng", "Thiếu uý", "Chuyên viên chính", "Kế toán trưởng"};

}  // namespace

TEST_CASE("every letter of both old fonts is read", "[sheets]") {
  for (const auto& [says, stands] : tcvn3_chart()) {
    if (says == stands) continue;
    // Within words that are Vietnamese whatever the letter: one that is wrong in ten is let through.
    const std::string around = "®Çu n¨m nµy, c¸c ®¬n vÞ häp tæng kÕt thi ®ua vµ khen th\u00ADëng ";
    INFO(says << " is typed " << stands);
    const auto read = read_in_old_font(around + stands, OldFont::tcvn3);
    REQUIRE(read);
    CHECK(read->ends_with(" " + says));
  }
  for (const auto& [says, stands] : vni_chart()) {
    if (says == stands) continue;
    const std::string around = "ñaàu naêm naøy, caùc ñôn vò hoïp toång keát thi ñua vaø khen thöôûng ";
    INFO(says << " is typed " << stands);
    const auto read = read_in_old_font(around + stands, OldFont::vni);
    REQUIRE(read);
    CHECK(read->ends_with(" " + says));
  }
}

TEST_CASE("names that were typed for an old font are known and come out right", "[sheets]") {
  for (const auto& name : names) {
    for (const auto& [font, chart] : {std::pair(OldFont::tcvn3, tcvn3_chart()), std::pair(OldFont::vni, vni_chart())}) {
      const auto stands = typed(name, chart);
      if (!stands || *stands == name) continue;
      INFO(name << " is typed " << *stands);
      CHECK(read_in_old_font(*stands, font) == name);
      CHECK(old_font_of(*stands) == font);
    }
  }
  CHECK(old_font_of("NguyÔn V¨n A") == OldFont::tcvn3);
  CHECK(old_font_of("Nguyeãn Vaên A") == OldFont::vni);
}

TEST_CASE("of thousands of names none is taken for another font than its own, and none for old as it stands", "[sheets]") {
  const std::vector<std::string> families{"Nguyễn", "Trần", "Lê",   "Phạm", "Hoàng", "Huỳnh", "Vũ",  "Võ",   "Bùi",  "Đỗ",   "Hồ",   "Ngô", "Dương", "Lý",
                                          "Đào",    "Đoàn", "Lương", "Hà",   "Tô",    "Nông",  "Bế",  "Lò",   "Sùng", "Vàng", "Giàng", "Mã",  "Lã",    "Tạ"};
  const std::vector<std::string> middles{"Văn", "Thị", "Đức", "Hữu", "Ngọc", "Quốc", "Thuý", "Thúy", "Xuân", "A", "Seo", "Bảo", "Mỹ", "Hoài"};
  const std::vector<std::string> given{"Anh", "Bình", "Chúc", "Dũng", "Đạt", "Giỏi", "Hoà", "Hòa", "Huệ", "Khoẻ", "Khuê", "Lộc", "Mẩy", "Nghĩa", "Nguyệt", "Oanh",
                                       "Phước", "Quý", "Quỳnh", "Sơn", "Thuỷ", "Thủy", "Tú", "Tuyết", "Út", "Vượng", "Xuyến", "Yến", "Ý", "Páo", "Dế", "Chứ"};
  const auto tcvn3 = tcvn3_chart();
  const auto vni = vni_chart();
  int known = 0;
  int all = 0;
  for (const auto& family : families) {
    for (const auto& middle : middles) {
      for (const auto& last : given) {
        const std::string name = family + " " + middle + " " + last;
        if (old_font_of(name)) FAIL_CHECK(name << " is right as it stands");
        for (const auto& [font, chart] : {std::pair(OldFont::tcvn3, &tcvn3), std::pair(OldFont::vni, &vni)}) {
          const auto stands = typed(name, *chart);
          if (!stands || *stands == name) continue;
          ++all;
          const auto found = old_font_of(*stands);
          known += found == font;
          if (found && found != font) FAIL_CHECK(*stands << " is not of that font");
          if (read_in_old_font(*stands, font) != name) FAIL_CHECK(*stands << " is not read as " << name);
        }
      }
    }
  }
  INFO(known << " of " << all);
  CHECK(known * 100 > all * 99);
}

TEST_CASE("what is right as it stands is never taken for an old font", "[sheets]") {
  for (const auto& name : names) {
    INFO(name);
    CHECK_FALSE(old_font_of(name));
  }
  for (const std::string text :
       {"", "Nguyen Van A", "Hà Tú", "Tó", "Hoà", "Thò Lý", "Lê Hoà Bình", "Hoài Nam", "Khoá 5", "Xoá mù", "Toà án", "Tô Vũ", "Lò Thị Mò",
        "Y Krông Niê", "H'Hen Niê", "Êban", "Y Moan Ênuôl", "Ksor Krơn", "Rơ Châm Phiơi", "Siu Pép", "K'Brêu", "Krông Pâk", "Hmông", "Plây Cu",
        "André", "José Gómez", "Nuñez", "Björn Ångström", "Françoise Müller", "Zürich", "Chloé", "Noël", "Citroën", "São Paulo", "Renée",
        "Perù", "Søren", "Málaga", "Émile", "Ðinh Ðức", "© 2024", "50 µm", "µg/l", "100 m²", "25 °C", "½ lít", "Vinamilk®", "«Vì dân»",
        "A·B", "10 £", "§ 5", "×3", "Ôxtrâylia", "cà phê", "ôtô", "mét", "Pháp", "Giê-su", "không có gì", "già cả", "giữ gìn", "quý giá",
        "Nguyễn Văn A – Trưởng phòng", "HÀ TÚ", "HOÀNG HÀ", "LÊ QUÝ ĐÔN", "Thành tích: 12,5 %", "Bác sĩ", "khuỷu tay", "quốc huy"}) {
    INFO(text);
    CHECK_FALSE(old_font_of(text));
  }
}

TEST_CASE("every syllable that Vietnamese can have is right as it stands", "[sheets]") {
  for (const auto& word : {"nguyễn", "Thuý", "Thúy", "quýt", "khuỷu", "khuya", "giếng", "gì", "già", "giữa", "quới", "nghiêng", "xoong",
                           "hoặc", "huếch", "Ưng", "y", "yến", "uống", "Quyết", "thuở", "ngoằn", "ngoèo", "oà", "oằn", "ưỡn", "rượu"})
    CHECK(is_vietnamese_syllable(word));
  for (const auto& word : {"", "V¨n", "nguyeãn", "Müller", "tac", "hòac", "bbá", "ngàa", "hóá", "trj", "ươ", "kn", "Zoà"}) {
    INFO(word);
    CHECK_FALSE(is_vietnamese_syllable(word));
  }
}

TEST_CASE("what could have been typed for either font, or for none, is left", "[sheets]") {
  CHECK_FALSE(read_in_old_font("Nguyễn", OldFont::tcvn3));
  CHECK_FALSE(read_in_old_font("Nguyen", OldFont::vni));
  CHECK_FALSE(old_font_of("Mai Thóc Loan"));
  CHECK_FALSE(read_in_old_font("Hoa Müller", OldFont::tcvn3));
  CHECK(read_in_old_font("Tó", OldFont::tcvn3) == "Tú");
  CHECK(read_in_old_font("Thò", OldFont::vni) == "Thị");
}

TEST_CASE("capitals of TCVN3 come out as capitals where the whole text has them", "[sheets]") {
  CHECK(read_in_old_font("NGUYÔN V¡N Hµ", OldFont::tcvn3) == "NGUYỄN VĂN HÀ");
  CHECK(read_in_old_font("Hµ", OldFont::tcvn3) == "Hà");
  CHECK(read_in_old_font("QuyÕt ®Þnh sè 5/Q§-UBND", OldFont::tcvn3) == "Quyết định số 5/QĐ-UBND");
}
