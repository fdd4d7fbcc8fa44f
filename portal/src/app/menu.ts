// The entries of the rail and who can use each.
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
import type { Schema } from '../api/client';
import type { Key } from '../words/vi';

type Role = Schema['Role'];

export interface MenuEntry {
  readonly href: string;
  readonly icon: LucideIcon;
  readonly word: Key;
  readonly fullWord: Key;
  readonly isFor: (role: Role) => boolean;
}

const rolesWithoutDossiers: readonly Role[] = ['administrator', 'definition_manager', 'quota_manager', 'deadline_runner'];
const rolesThatOnlyRead: readonly Role[] = ['observer', 'auditor'];

const rolesOfUnits: readonly Role[] = ['unit_clerk', 'unit_head'];

const rolesThatDecide: readonly Role[] = [
  'specialist',
  'appraiser',
  'office_head',
  'council_secretariat',
  'decider',
  'registry_clerk',
  'board_officer',
  'observer',
  'auditor',
];
const rolesThatOversee: readonly Role[] = ['office_head', 'council_secretariat', 'decider', 'board_officer', 'observer', 'auditor'];
const rolesThatAdminister: readonly Role[] = ['administrator', 'definition_manager'];

export const administers = (role: Role | undefined) => rolesThatAdminister.some((each) => each === role);
const seesDossiers = (role: Role) => !rolesWithoutDossiers.includes(role);

const entries: readonly MenuEntry[] = [
  {
    href: '/',
    icon: Inbox,
    word: 'menu.inbox',
    fullWord: 'menu.inbox.full',
    isFor: (role) => seesDossiers(role) && !rolesThatOnlyRead.includes(role),
  },
  { href: '/dossiers', icon: FolderOpen, word: 'menu.dossiers', fullWord: 'menu.dossiers', isFor: seesDossiers },
  { href: '/unit', icon: Building2, word: 'units.menu', fullWord: 'units.menu.full', isFor: (role) => rolesOfUnits.includes(role) },
  { href: '/duties', icon: CalendarCheck, word: 'duty.menu', fullWord: 'duty.title', isFor: (role) => rolesOfUnits.includes(role) },
  {
    href: '/decisions',
    icon: Gavel,
    word: 'menu.decisions',
    fullWord: 'decisions.title',
    isFor: (role) => rolesThatDecide.includes(role),
  },
  {
    href: '/occasions',
    icon: CalendarRange,
    word: 'menu.occasions',
    fullWord: 'occasions.title',
    isFor: (role) => rolesThatOversee.includes(role) || role === 'quota_manager',
  },
  {
    href: '/board',
    icon: ChartColumn,
    word: 'menu.board',
    fullWord: 'board.title',
    isFor: (role) => rolesThatOversee.includes(role),
  },
  { href: '/audit', icon: ShieldCheck, word: 'menu.audit', fullWord: 'audit.title', isFor: (role) => role === 'auditor' },
  {
    href: '/admin',
    icon: Settings,
    word: 'menu.admin',
    fullWord: 'admin.title',
    isFor: administers,
  },
];

export function menuFor(role: Role | undefined): readonly MenuEntry[] {
  return role ? entries.filter((entry) => entry.isFor(role)) : [];
}
