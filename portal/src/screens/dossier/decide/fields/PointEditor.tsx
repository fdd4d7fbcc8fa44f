// One point of a return.
import { NativeSelect, Textarea } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { type Dossier, useCheck, useContent } from '../../../../api/dossier';
import { useWords } from '../../../../words/WordsProvider';
import { usePlaceName } from '../../usePlaceName';
import styles from '../DecisionPanel.module.css';
import type { DraftPoint } from '../draft';
import { fieldId } from './fieldId';
import { pointPlaces } from './pointPlaces';

interface PointEditorProps {
  readonly point: DraftPoint;
  readonly place: { readonly i: number; readonly n: number };
  readonly codes: readonly string[];
  readonly dossier: Dossier;
  onChange(point: DraftPoint): void;
  readonly onRemove: (() => void) | undefined;
}

export function PointEditor({ point, place, codes, dossier, onChange, onRemove }: PointEditorProps) {
  const { t, lookUp } = useWords();
  const placeName = usePlaceName(dossier);
  const { data: workspace } = useContent(dossier.id);
  const { data: check } = useCheck(dossier.id);
  const places = pointPlaces(workspace?.content, check?.papers.map((paper) => paper.slot) ?? []);
  const choose = { value: '', label: t('field.choose') };
  return (
    <div className={styles.point}>
      <div className={styles.pointHead}>
        <h3>{t('points.one', place)}</h3>
        {onRemove && (
          <button type="button" className={styles.icon} aria-label={t('points.remove', { i: place.i })} onClick={onRemove}>
            <Trash2 size={18} aria-hidden />
          </button>
        )}
      </div>
      <NativeSelect
        id={place.i === 1 ? fieldId('points') : undefined}
        label={t('points.code')}
        required
        value={point.code}
        data={[choose, ...codes.map((code) => ({ value: code, label: lookUp(`pointCode.${code}`, code) }))]}
        onChange={(event) => onChange({ ...point, code: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('points.place')}
        value={point.pointer}
        data={[choose, ...places.map((pointer) => ({ value: pointer, label: placeName(pointer) }))]}
        onChange={(event) => onChange({ ...point, pointer: event.currentTarget.value })}
      />
      <Textarea
        label={t('points.text')}
        required
        rows={2}
        maxLength={6000}
        value={point.text}
        onChange={(event) => onChange({ ...point, text: event.currentTarget.value })}
      />
    </div>
  );
}
