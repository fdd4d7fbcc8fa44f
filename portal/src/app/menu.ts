// The entries of the rail and who can use each.
import { Building2, CalendarCheck, FolderOpen, Inbox, type LucideIcon } from 'lucide-react';
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
];

export function menuFor(role: Role | undefined): readonly MenuEntry[] {
  return role ? entries.filter((entry) => entry.isFor(role)) : [];
}
