import { expect, test } from 'vitest';
import { withVisibleSpaces } from '../src/screens/units/import/visibleSpaces';

test('what a page would not show has a sign, and single spaces have none', () => {
  expect(withVisibleSpaces('Nguyễn Văn A')).toBe('Nguyễn Văn A');
  expect(withVisibleSpaces('Nguyễn  Văn\u00A0A')).toBe('Nguyễn␣␣Văn␣A');
  expect(withVisibleSpaces('Phó\u200B phòng\uFEFF')).toBe('Phó¦ phòng¦');
  expect(withVisibleSpaces('Tr\u00ADëng')).toBe('Tr-ëng');
});
