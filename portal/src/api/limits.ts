// How much the server takes, told before anything is sent; a test holds this and the words against the API file.
export const mebibyte = 1024 * 1024;

export const limits = {
  /** Bytes of a paper. */
  paper: 20 * mebibyte,
  /** Bytes and rows of a list of nominees. */
  sheet: 5 * mebibyte,
  rows: 2000,
  /** Values of one member of a search. */
  values: 50,
  /** Dossiers whose checks are asked about at once. */
  checked: 200,
  /** Characters that are searched for. */
  searched: 300,
} as const;
