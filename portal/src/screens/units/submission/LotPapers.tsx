// The papers that go once with the whole letter.
import { useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../api/client';
import type { Occasion } from '../../../api/occasions';
import { usePlanRules } from '../../../api/planRules';
import type { Submission } from '../../../api/submissions';
import { useWords } from '../../../words/WordsProvider';
import { PaperSlot } from '../papers/PaperSlot';
import { PaperVersions } from '../papers/PaperVersions';
import { useUploads } from '../papers/useUploads';
import styles from '../Units.module.css';

interface LotPapersProps {
  readonly submission: Submission;
  readonly occasion: Occasion;
  readonly attaches: boolean;
}

export function LotPapers({ submission, occasion, attaches }: LotPapersProps) {
  const { t, lookUp } = useWords();
  const cache = useQueryClient();
  const { data: rules } = usePlanRules(occasion.plan);
  const { id } = submission;
  const uploads = useUploads({
    address: (slot, kind) => `/v1/submissions/${id}/papers/${slot}?kind=${kind}`,
    look: () => answer(api.GET('/v1/submissions/{id}', { params: { path: { id } } })),
    onDone: () => {
      for (const queryKey of [['submission', id], ['dossier']]) void cache.invalidateQueries({ queryKey });
    },
  });
  const asked = submission.dossiers.map((line) => line.form);
  const wanted = (rules?.forms ?? [])
    .filter((form) => (asked.length > 0 ? asked : occasion.forms).includes(form.code))
    .flatMap((form) => form.papers)
    .filter((paper) => paper.level === 'submission' && paper.required_at === 'submit');
  const slots = wanted.filter((paper, at) => wanted.findIndex((each) => each.slot === paper.slot) === at);
  const address = (paper: { id: string }) => `/v1/submissions/${id}/papers/${paper.id}`;
  return (
    <section className={styles.card}>
      <h2>{t('submission.papers')}</h2>
      {attaches && submission.dossiers.length === 0 && <p className={styles.soft}>{t('submission.dossierFirst')}</p>}
      {attaches
        ? slots.map(({ slot, source }) => (
            <PaperSlot
              key={slot}
              slot={slot}
              source={source}
              papers={submission.papers.filter((paper) => paper.slot === slot)}
              uploads={uploads}
              address={address}
            />
          ))
        : slots.map(({ slot }) => (
            <div key={slot}>
              <h3>{lookUp(`slot.${slot}`, slot)}</h3>
              <PaperVersions papers={submission.papers.filter((paper) => paper.slot === slot)} address={address} />
            </div>
          ))}
    </section>
  );
}
