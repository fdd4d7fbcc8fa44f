// The parts of the dossier page between which the reader switches, as they stand in the address.
import type { ComponentType } from 'react';
import type { Dossier } from '../../api/dossier';
import { ContentSection } from './sections/ContentSection';
import { CriteriaSection } from './sections/CriteriaSection';
import { HistorySection } from './sections/HistorySection';
import { OpinionsSection } from './sections/OpinionsSection';
import { PapersSection } from './sections/PapersSection';

export type SectionName = 'criteria' | 'content' | 'papers' | 'opinions' | 'history';

export interface Section {
  readonly name: SectionName;
  readonly part: ComponentType<{ dossier: Dossier }>;
}

export const sections = [
  { name: 'criteria', part: CriteriaSection },
  { name: 'content', part: ContentSection },
  { name: 'papers', part: PapersSection },
  { name: 'opinions', part: OpinionsSection },
  { name: 'history', part: HistorySection },
] as const satisfies readonly Section[];

export function readSection(search: string): Section {
  const wanted = new URLSearchParams(search).get('tab');
  return sections.find((section) => section.name === wanted) ?? sections[0];
}

export function sectionAddress(dossier: string, name: SectionName): string {
  return name === sections[0].name ? `/dossiers/${dossier}` : `/dossiers/${dossier}?tab=${name}`;
}
