/// What the exit code of `vinhdanh` says; docs/operating.md lists them.
#pragma once

namespace vinhdanh {

enum class ExitCode {
  done = 0,
  found = 1,        ///< the command ran and found a fault: a bad definition, a broken history, a journey that missed its end
  usage = 2,        ///< the command line makes no sense, or names something that does not exist
  unavailable = 3,  ///< the folder is held by another process, of another kind or of a newer version; storage fails
  unknown = 4,      ///< the commit failed in a way that leaves its outcome open: look before repeating
  shorter = 5,      ///< the history is sound in itself but shorter than, or another than, what was acknowledged: receipts tell
};

}  // namespace vinhdanh
