// Whether what is typed is safe, and where it is.
import { CircleCheck, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import { refusalWords } from '../../../api/refusalWords';
import { formatTime } from '../../../words/format';
import { useWords } from '../../../words/WordsProvider';
import styles from './Draft.module.css';
import { useDesk, useSaveState } from './DraftContext';

export function SaveStatus() {
  const speech = useWords();
  const { t } = speech;
  const { saver } = useDesk();
  const { phase, savedAt, unsent, taken, error, kept } = useSaveState(saver);
  const at = savedAt && t('draft.saved', { time: formatTime(savedAt.toISOString()) });
  const notes = [
    unsent.length > 0 && t('draft.unsent', { n: Math.ceil(unsent.length / 2) }),
    taken.length > 0 && t('draft.taken', { n: taken.length }),
    !kept && t('draft.notKept'),
  ].filter(Boolean);
  const words = {
    clean: t('draft.clean'),
    dirty: t('draft.typing'),
    saving: t('draft.saving'),
    saved: at ?? t('draft.clean'),
    retrying: t('draft.retrying'),
    clash: t('draft.clash'),
    refused: refusalWords(error, speech).message,
  };
  const Icon = { clean: CircleCheck, dirty: LoaderCircle, saving: LoaderCircle, saved: CircleCheck }[phase as string] ??
    (phase === 'retrying' ? CloudOff : TriangleAlert);
  return (
    <div className={styles.save} data-phase={phase}>
      <p role="status" className={styles.saveLine}>
        <Icon size={18} aria-hidden />
        {words[phase]}
      </p>
      {notes.map((note) => (
        <p key={String(note)} className={styles.saveNote}>
          {note}
        </p>
      ))}
      {phase === 'refused' &&
        refusalWords(error, speech).details.map((each) => (
          <p key={each.pointer} className={styles.saveNote}>
            {each.text}
          </p>
        ))}
    </div>
  );
}
