// A text to look for in a list that is already there; marks and case make no difference.
import { useState } from 'react';

export const withoutMarks = (text: string) =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('\u0111', 'd');

export function useNeedle() {
  const [needle, setNeedle] = useState('');
  const wanted = withoutMarks(needle).trim();
  return [needle, setNeedle, (text: string) => withoutMarks(text).includes(wanted)] as const;
}
