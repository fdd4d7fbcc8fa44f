// Signs for what a page would not show: spaces one after another, wide ones, and characters that have no shape.

const wide = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g;
const several = / {2,}/g;
const shapeless = /[\u200B-\u200D\u2060\uFEFF]/g;

/** A soft hyphen is a letter of old fonts, which show it as a hyphen. */
export const withVisibleSpaces = (text: string) =>
  text
    .replace(several, (spaces) => '␣'.repeat(spaces.length))
    .replace(wide, '␣')
    .replace(shapeless, '¦')
    .replaceAll('\u00AD', '-');
