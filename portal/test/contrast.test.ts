// Every text stands 4.5 to 1 against its ground, every shape and border 3 to 1.
import { expect, test } from 'vitest';
import { shapePairs, textPairs, type Token, tokens } from '../src/theme/tokens';

function luminance(token: Token): number {
  const channels = [1, 3, 5].map((start) => Number.parseInt(tokens[token].slice(start, start + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Token, other: Token): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test.each(textPairs)('text %s on %s', (text, ground) => {
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
});

test.each(shapePairs)('shape %s on %s', (shape, ground) => {
  expect(contrast(shape, ground)).toBeGreaterThanOrEqual(3);
});

test('black on white is 21, so the formula is right', () => {
  expect(contrast('ink', 'surface')).toBeCloseTo(16.4, 1);
});

test('every colour stands in some pair, lines apart', () => {
  const paired = new Set([...textPairs, ...shapePairs].flat());
  expect((Object.keys(tokens) as Token[]).filter((token) => !paired.has(token))).toEqual(['line']);
});
