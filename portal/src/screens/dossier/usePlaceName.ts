// Names the place in a dossier that a JSON Pointer points at, and lists the places a point can be tied to.
import type { Dossier } from '../../api/dossier';
import { useFigures } from '../../api/plans';
import { useWords } from '../../words/WordsProvider';

const members = {
  '/nominee/name': 'content.nominee',
  '/nominee/title': 'content.title',
  '/achievement': 'content.achievement',
  '/achievement_from': 'content.from',
  '/achievement_to': 'content.to',
  '/figures': 'content.figures',
} as const;

export const memberPlaces = Object.keys(members);

export function usePlaceName(dossier: Dossier): (pointer: string) => string {
  const { t, lookUp } = useWords();
  const { data: figures = [] } = useFigures(dossier.plan);
  return (pointer) => {
    const [, area, group, figure, year] = pointer.split('/');
    if (area === 'papers' && group) return t('points.paper', { paper: lookUp(`slot.${group}`, group) });
    if (area === 'figures' && figure) {
      const name = figures.find((each) => each.id === figure)?.name ?? figure;
      return t('points.figure', { figure: [name, year].filter(Boolean).join(', ') });
    }
    if (area === 'answers') {
      const place = dossier.points.findIndex((point) => point.id === group) + 1;
      return t('draft.answer', { i: place });
    }
    return pointer in members ? t(members[pointer as keyof typeof members]) : pointer;
  };
}
