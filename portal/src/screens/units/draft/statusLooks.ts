// How the five statuses of a part look.
import { Check, CircleDashed, CircleDot, CircleMinus, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { Tone } from '../../../parts/Tag';
import type { TaskStatus } from './tasks';

export const statusLooks: Readonly<Record<TaskStatus, readonly [Tone, LucideIcon]>> = {
  todo: ['draft', CircleDashed],
  doing: ['primary', CircleDot],
  missing: ['warn', TriangleAlert],
  done: ['ok', Check],
  not_applicable: ['draft', CircleMinus],
};
