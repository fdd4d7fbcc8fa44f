// The entries of the rail, and what must be permitted for each.
import {
  Building2,
  CalendarCheck,
  CalendarRange,
  ChartColumn,
  FolderOpen,
  Gavel,
  Inbox,
  type LucideIcon,
  Settings,
  ShieldCheck,
} from 'lucide-react';
import { may, type Me, type Right } from '../api/me';
import type { Key } from '../words/vi';

export interface MenuEntry {
  readonly href: string;
  readonly icon: LucideIcon;
  readonly word: Key;
  readonly fullWord: Key;
  /** What is pressed after "g" to go there. */
  readonly letter?: string;
  readonly isFor: (may: (right: Right) => boolean) => boolean;
}

// Whoever nominates has the occasions and the state of his dossiers on the page of his unit.
const entries: readonly MenuEntry[] = [
  { href: '/', icon: Inbox, word: 'menu.inbox', fullWord: 'menu.inbox.full', letter: 'v', isFor: (may) => may('work_dossiers') },
  { href: '/dossiers', icon: FolderOpen, word: 'menu.dossiers', fullWord: 'menu.dossiers', letter: 'h', isFor: (may) => may('read_dossiers') },
  { href: '/unit', icon: Building2, word: 'units.menu', fullWord: 'units.menu.full', letter: 'v', isFor: (may) => may('open_submission') },
  { href: '/duties', icon: CalendarCheck, word: 'duty.menu', fullWord: 'duty.title', isFor: (may) => may('hand_in_duties') },
  { href: '/decisions', icon: Gavel, word: 'menu.decisions', fullWord: 'decisions.title', isFor: (may) => may('read_decisions') },
  {
    href: '/occasions',
    icon: CalendarRange,
    word: 'menu.occasions',
    fullWord: 'occasions.title',
    letter: 'c',
    isFor: (may) => may('read_occasions') && !may('open_submission'),
  },
  {
    href: '/board',
    icon: ChartColumn,
    word: 'menu.board',
    fullWord: 'board.title',
    letter: 't',
    isFor: (may) => may('read_dossiers') && !may('open_submission'),
  },
  {
    href: '/audit',
    icon: ShieldCheck,
    word: 'menu.audit',
    fullWord: 'audit.title',
    isFor: (may) => may('read_access_log') || may('verify_store'),
  },
  {
    href: '/admin',
    icon: Settings,
    word: 'menu.admin',
    fullWord: 'admin.title',
    isFor: (may) => may('manage_accounts') || may('manage_appointments') || may('bring_definitions'),
  },
];

export function menuFor(me: Pick<Me, 'may'> | undefined): readonly MenuEntry[] {
  return entries.filter((entry) => entry.isFor((right) => may(me, right)));
}

/** The entries that keys lead to; of two with one letter the first, as a unit's tasks are those of whoever has no others. */
export function placesFor(me: Pick<Me, 'may'> | undefined) {
  const lettered = menuFor(me).filter(({ letter }) => letter !== undefined);
  const firsts = lettered.filter(({ letter }, at) => lettered.findIndex((each) => each.letter === letter) === at);
  return firsts.map(({ href, fullWord, letter }) => ({ href, word: fullWord, keys: `g ${letter}` }));
}
