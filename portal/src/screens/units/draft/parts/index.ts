// Which component shows which part of the draft.
import type { ComponentType } from 'react';
import type { TaskName } from '../tasks';
import { AchievementPart } from './AchievementPart';
import { CheckPart } from './CheckPart';
import { FiguresPart } from './FiguresPart';
import { NomineePart } from './NomineePart';
import { PapersPart } from './PapersPart';

export const parts: Readonly<Record<TaskName, ComponentType>> = {
  nominee: NomineePart,
  achievement: AchievementPart,
  figures: FiguresPart,
  papers: PapersPart,
  check: CheckPart,
};
