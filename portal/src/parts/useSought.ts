// Words that are being typed for a search, and those to ask for once the typing rests.
import { useState } from 'react';
import { useSettled } from './useSettled';

const rest = 300;
const same = (one: string, other: string) => one === other;

export function useSought(): readonly [typed: string, type: (text: string) => void, sought: string] {
  const [typed, type] = useState('');
  return [typed, type, useSettled(typed.normalize('NFC').trim(), rest, same)];
}
