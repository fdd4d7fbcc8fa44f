// The catalogue of transport problems: one row per code, in Vietnamese and English.
#include "api/http/problems.hpp"

#include <algorithm>
#include <stdexcept>

namespace vinhdanh {

const std::vector<KnownProblem>& known_problems() {
  static const std::vector<KnownProblem> problems = {
      {"malformed_request", 400, "Yêu cầu sai cú pháp", "Malformed request",
       "Máy chủ không đọc được yêu cầu này theo HTTP/1.1.", "The server could not read this request as HTTP/1.1."},
      {"parameter_repeated", 400, "Tham số bị lặp", "Parameter repeated",
       "Mỗi tham số truy vấn chỉ được xuất hiện một lần.", "Each query parameter may appear only once."},
      {"unknown_parameter", 400, "Tham số không có", "Unknown parameter",
       "Yêu cầu có tham số truy vấn mà đường dẫn này không biết.",
       "The request has a query parameter that this path does not know."},
      {"unexpected_body", 400, "Yêu cầu không được có nội dung", "Body not expected",
       "Yêu cầu này không được kèm nội dung.", "This request must not have a body."},
      {"invalid_json", 400, "JSON không hợp lệ", "Invalid JSON", "Nội dung không phải là một tài liệu JSON hợp lệ.",
       "The body is not one valid JSON document."},
      {"invalid_cursor", 400, "Con trỏ trang không hợp lệ", "Invalid cursor",
       "Con trỏ trang không do máy chủ cấp cho người gọi và bộ lọc này.",
       "The server did not issue this cursor for this caller and filter."},
      {"invalid_precondition", 400, "If-Match không hợp lệ", "Invalid If-Match",
       "If-Match phải là đúng một phiên bản trong dấu ngoặc kép, ví dụ \"3\".",
       "If-Match must be exactly one quoted version, such as \"3\"."},
      {"idempotency_key_missing", 400, "Thiếu Idempotency-Key", "Idempotency-Key missing",
       "Yêu cầu POST phải có Idempotency-Key.", "A POST request must carry an Idempotency-Key."},
      {"idempotency_key_invalid", 400, "Idempotency-Key không hợp lệ", "Idempotency-Key invalid",
       "Idempotency-Key phải gồm 1 đến 128 ký tự ASCII nhìn thấy được.",
       "Idempotency-Key must be 1 to 128 visible ASCII characters."},
      {"unauthenticated", 401, "Chưa xác thực", "Unauthenticated",
       "Yêu cầu cần một phiên đăng nhập hoặc mã truy cập còn hiệu lực.",
       "The request needs a session or a bearer token that is still good."},
      {"sign_in_failed", 401, "Đăng nhập không thành công", "Sign-in failed",
       "Tên đăng nhập, mật khẩu hoặc mã xác thực không đúng.", "The login, the password or the code is wrong."},
      {"second_factor_code_needed", 401, "Cần mã xác thực", "Code needed",
       "Hãy nhập thêm mã xác thực gồm sáu chữ số.", "Sign in again with the six-digit code of the second factor."},
      {"forbidden", 403, "Không được phép", "Forbidden", "Vai trò của người gọi không được làm việc này.",
       "The caller's role may not do this."},
      {"csrf", 403, "Yêu cầu từ trang khác", "Cross-site request",
       "Yêu cầu không được gửi từ trang của hệ thống này.", "The request was not sent by a page of this server."},
      {"appointment_required", 403, "Chưa chọn vai trò", "Role not chosen",
       "Hãy chọn vai trò và cơ quan, đơn vị sẽ làm việc trước.", "Choose in which role and office to work first."},
      {"password_change_required", 403, "Phải đổi mật khẩu", "Password change required",
       "Hãy đổi mật khẩu được cấp lần đầu trước.", "Change the first password that was given to you."},
      {"second_factor_required", 403, "Cần xác thực hai lớp", "Second factor required",
       "Người có thẩm quyền quyết định phải đăng ký và đăng nhập bằng xác thực hai lớp.",
       "Whoever decides must enrol a second factor and sign in with it."},
      {"session_required", 403, "Cần phiên đăng nhập", "Session required",
       "Việc này chỉ làm được trong phiên đăng nhập bằng mật khẩu.",
       "This is done in a session that a password opened, not with a bearer token."},
      {"dual_control_required", 403, "Cần người thứ hai", "Second person required",
       "Việc này phải do một người khác thực hiện: không phải người đã đề nghị, không phải người được nhận.",
       "Another person must do this: neither the one who asked for it nor the one who would receive it."},
      {"not_found", 404, "Không tìm thấy", "Not found", "Không có gì ở đường dẫn này.",
       "There is nothing at this path."},
      {"portal_not_built", 404, "Không có cổng thông tin", "No portal",
       "Chương trình này được dựng không kèm cổng thông tin; các dịch vụ dưới /v1 vẫn hoạt động.",
       "This program was built without the portal; everything under /v1 works."},
      {"method_not_allowed", 405, "Phương thức không được phép", "Method not allowed",
       "Đường dẫn này không nhận phương thức đã dùng; xem Allow.", "This path does not take that method; see Allow."},
      {"not_acceptable", 406, "Không có dạng được yêu cầu", "Not acceptable",
       "Accept loại trừ dạng duy nhất mà máy chủ có.", "Accept excludes the only form that the server has."},
      {"request_timeout", 408, "Yêu cầu đến quá chậm", "Request timeout", "Yêu cầu không đến đủ trong thời hạn.",
       "The request did not arrive in full in time."},
      {"external_ref_taken", 409, "Mã tham chiếu đã dùng", "Reference taken",
       "Mã tham chiếu này đã dùng cho một hồ sơ, đợt xét hoặc văn bản khác.",
       "This external_ref already names another thing of the same kind."},
      {"acts_elsewhere", 409, "Làm ở đường dẫn khác", "Done elsewhere",
       "Việc này không làm trên từng hồ sơ theo đường dẫn này; xem href trong danh sách thao tác.",
       "This is not done to a dossier by this path; see href in its list of actions."},
      {"nothing_to_act_on", 409, "Chưa có hồ sơ", "Nothing to act on", "Tờ trình chưa có hồ sơ nào.",
       "The submission has no dossier yet."},
      {"decision_empty", 409, "Quyết định chưa có hồ sơ", "Decision empty", "Quyết định chưa có hồ sơ nào.",
       "The decision has no dossier yet."},
      {"too_many_dossiers", 409, "Quá nhiều hồ sơ", "Too many dossiers", "Một tờ trình có tối đa 200 hồ sơ.",
       "A submission has at most 200 dossiers."},
      {"login_taken", 409, "Tên đăng nhập đã có", "Login taken", "Tên đăng nhập này đã dùng cho một tài khoản khác.",
       "Another account has this login."},
      {"role_conflict", 409, "Vai trò không được kiêm nhiệm", "Roles conflict",
       "Người quản trị không được giữ vai trò nghiệp vụ, và ngược lại.",
       "An administrator may not hold a role that handles dossiers, nor the other way round."},
      {"appointment_settled", 409, "Việc giao vai trò đã giải quyết", "Appointment settled",
       "Việc này không làm được ở tình trạng hiện tại của việc giao vai trò: đang chờ, đã bị từ chối, đã giao hoặc đã hết.",
       "The appointment's state does not allow this: it waits, was refused, was granted already, or is over."},
      {"account_state", 409, "Tài khoản đã ở tình trạng này", "Account state",
       "Tài khoản đã ở tình trạng được yêu cầu, hoặc chưa có mật khẩu.",
       "The account is in that state already, or has no password yet."},
      {"second_factor_exists", 409, "Đã có xác thực hai lớp", "Second factor exists",
       "Xác thực hai lớp đã được đăng ký.", "A second factor is enrolled already."},
      {"second_factor_missing", 409, "Chưa có xác thực hai lớp", "Second factor missing",
       "Chưa bắt đầu đăng ký xác thực hai lớp.", "No second factor is enrolled or being enrolled."},
      {"version_exists", 409, "Phiên bản đã có", "Version exists",
       "Phiên bản này đã có với nội dung khác; thay đổi phải là một phiên bản mới.",
       "This version exists with other bytes; a change is a new version."},
      {"activation_not_requested", 409, "Chưa có đề nghị áp dụng", "Activation not requested",
       "Chưa ai đề nghị áp dụng phiên bản này.", "Nobody has asked that this version be activated."},
      {"definition_active", 409, "Phiên bản đang áp dụng", "Definition active", "Phiên bản này đã được áp dụng.",
       "This version is active already."},
      {"duty_done", 409, "Nhiệm vụ đã hoàn thành", "Duty done", "Kết quả nhiệm vụ đã nộp; muốn nộp lại thì phải mở lại nhiệm vụ trước.",
       "The duty was handed in already; it must be reopened before anything else is handed in."},
      {"duty_open", 409, "Nhiệm vụ chưa hoàn thành", "Duty open", "Nhiệm vụ chưa nộp nên không có gì để mở lại.",
       "The duty was not handed in, so there is nothing to reopen."},
      {"webhooks_off", 409, "Chưa mở webhook", "Webhooks are off",
       "Người vận hành chưa cho phép gửi sự kiện đến máy chủ nào.",
       "The operator has not listed any host that webhooks may go to."},
      {"too_many_webhooks", 409, "Quá nhiều webhook", "Too many webhooks",
       "Mỗi người có tối đa 20 webhook trong một vai trò tại một cơ quan.", "One appointment has at most 20 webhooks."},
      {"too_many_jobs", 409, "Quá nhiều việc chưa xong", "Too many unfinished jobs",
       "Mỗi người có tối đa 3 việc đang chờ, đang chạy hoặc đang chờ quyết định.",
       "A person has at most 3 jobs that wait, run or await a decision."},
      {"job_not_cancellable", 409, "Không hủy được", "Cannot be cancelled",
       "Việc đã kết thúc, hoặc hồ sơ đang được lập.", "It has ended, or dossiers are being made."},
      {"import_not_ready", 409, "Danh sách chưa kiểm tra xong", "Import not ready",
       "Danh sách đang được đọc hoặc kiểm tra, hoặc đã kết thúc.", "The list is being read or checked, or has ended."},
      {"import_has_no_rows", 409, "Không có dòng dùng được", "No usable row",
       "Không có dòng nào lập được hồ sơ.", "No dossier can be made of any row."},
      {"clock_moves_forward_only", 409, "Đồng hồ chỉ chạy tới", "Clock moves forward only",
       "Đồng hồ nghiệp vụ chỉ chạy về phía trước.", "The business clock moves forward only."},
      {"precondition_failed", 412, "Phiên bản đã cũ", "Precondition failed",
       "If-Match không phải là phiên bản hiện tại.", "If-Match is not the current version."},
      {"payload_too_large", 413, "Nội dung quá lớn", "Payload too large", "Nội dung vượt quá giới hạn của đường dẫn.",
       "The body is larger than this path allows."},
      {"uri_too_long", 414, "Đường dẫn quá dài", "URI too long", "Đường dẫn của yêu cầu quá dài.",
       "The request target is too long."},
      {"unsupported_media_type", 415, "Dạng nội dung không được nhận", "Unsupported media type",
       "Nội dung phải ở dạng mà đường dẫn này nhận, không nén.",
       "The body must be of the type this path takes, and not encoded."},
      {"expectation_failed", 417, "Không đáp ứng được Expect", "Expectation failed", "Chỉ hỗ trợ Expect: 100-continue.",
       "Only Expect: 100-continue is supported."},
      {"misdirected_request", 421, "Sai máy chủ", "Misdirected request", "Máy chủ này không phục vụ tên trong Host.",
       "This server does not serve the name in Host."},
      {"validation", 422, "Dữ liệu không hợp lệ", "Validation failed", "Yêu cầu có giá trị không hợp lệ; xem errors.",
       "The request has invalid values; see errors."},
      {"idempotency_key_reused", 422, "Khóa đã dùng cho yêu cầu khác", "Idempotency-Key reused",
       "Idempotency-Key này đã được dùng cho một yêu cầu khác.",
       "This Idempotency-Key was used for a different request."},
      {"outside_calendar", 422, "Ngoài lịch làm việc đã có", "Outside the calendar",
       "Thời hạn vượt ra ngoài những năm đã có lịch làm việc.", "The count leaves the years of the calendar."},
      {"definition_invalid", 422, "Kế hoạch, quy định không hợp lệ", "Definition invalid",
       "Kế hoạch, quy định này không đạt các phép kiểm tra; xem errors.", "The definition does not pass its checks; see errors."},
      {"file_rejected", 422, "Tệp không được nhận", "File rejected", "Tệp rỗng.", "The file is empty."},
      {"file_type_mismatch", 422, "Tệp không đúng loại", "File type mismatch",
       "Nội dung tệp không đúng với loại đã khai.", "The bytes of the file are not of the type declared."},
      {"precondition_required", 428, "Thiếu If-Match", "Precondition required",
       "Yêu cầu phải nêu phiên bản đã đọc trong If-Match.",
       "The request must name the version it was based on in If-Match."},
      {"rate_limited", 429, "Quá nhiều lần thử", "Rate limited",
       "Đã thử quá nhiều lần; hãy chờ theo Retry-After.", "Too many attempts; wait as long as Retry-After says."},
      {"headers_too_large", 431, "Phần đầu quá lớn", "Headers too large", "Các trường đầu của yêu cầu quá lớn.",
       "The header fields of the request are too large."},
      {"internal_error", 500, "Lỗi máy chủ", "Internal error", "Máy chủ gặp lỗi; hãy báo trace_id cho người quản trị.",
       "The server failed; report the trace_id to its administrator."},
      {"not_implemented", 501, "Không hỗ trợ", "Not implemented",
       "Máy chủ không hỗ trợ phương thức hoặc cách truyền này.",
       "The server does not support this method or transfer coding."},
      {"overloaded", 503, "Máy chủ đang bận", "Overloaded", "Quá nhiều yêu cầu đang chờ; hãy thử lại sau.",
       "Too many requests are waiting; try again later."},
      {"busy", 503, "Nhiều người đang cùng thao tác", "Busy", "Nhiều người đang cùng thao tác; hãy gửi lại.",
       "Others keep changing what this needs; repeat it."},
      {"outcome_unknown", 503, "Chưa rõ kết quả ghi", "Outcome unknown",
       "Chưa biết thao tác đã được ghi hay chưa; hãy gửi lại với cùng Idempotency-Key để biết kết quả.",
       "It is not known whether this was recorded; repeat it with the same Idempotency-Key to find out."},
      {"storage_unavailable", 503, "Kho dữ liệu không trả lời", "Storage unavailable",
       "Kho dữ liệu tạm thời không trả lời; hãy gửi lại sau, với cùng Idempotency-Key nếu có.",
       "The store does not answer for the moment; repeat it later, with the same Idempotency-Key if there was one."},
      {"not_ready", 503, "Chưa sẵn sàng", "Not ready", "Máy chủ chưa sẵn sàng phục vụ.",
       "The server is not ready to serve."},
  };
  return problems;
}

const KnownProblem* find_known_problem(std::string_view code) {
  const auto& all = known_problems();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const KnownProblem& known) { return known.code == code; });
  return found == all.end() ? nullptr : &*found;
}

Problem known_problem(std::string_view code) {
  const KnownProblem* known = find_known_problem(code);
  if (!known) throw std::logic_error("no such problem: " + std::string(code));
  Problem problem;
  problem.status = known->status;
  problem.code = known->code;
  problem.detail_vi = known->detail_vi;
  problem.detail_en = known->detail_en;
  if (known->status == 401) problem.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"vinhdanh\"");
  if (known->status == 503) problem.headers.emplace_back("Retry-After", "1");
  return problem;
}

Problem validation_problem(ProblemError error) {
  Problem problem = known_problem("validation");
  problem.errors.push_back(std::move(error));
  return problem;
}

}  // namespace vinhdanh
