// The occasions for which the unit can nominate now, with their last day.
import { Button } from '@mantine/core';
import { CalendarClock } from 'lucide-react';
import { useRef } from 'react';
import { useLocation } from 'wouter';
import { type Occasion, useOpenOccasions } from '../../../api/occasions';
import { Refusal } from '../../../api/Refusal';
import { useOpenSubmission } from '../../../api/submissions';
import { Loading } from '../../../parts/Loading';
import { Tag } from '../../../parts/Tag';
import { Trouble } from '../../../parts/Trouble';
import { Vi } from '../../../parts/Vi';
import { formatDate } from '../../../words/format';
import { useWords } from '../../../words/WordsProvider';
import styles from '../Units.module.css';

export function OpenOccasions({ today }: { today: string }) {
  const { t } = useWords();
  const { data: occasions, error, refetch } = useOpenOccasions();
  return (
    <section className={styles.card} aria-labelledby="occasions-title">
      <h2 id="occasions-title">{t('units.occasions')}</h2>
      {error && <Trouble error={error} retry={refetch} />}
      {!occasions && !error && <Loading />}
      {occasions?.length === 0 && <p>{t('units.noOccasions')}</p>}
      <ul className={styles.lines}>
        {occasions?.map((occasion) => (
          <OpenOccasion key={occasion.id} occasion={occasion} today={today} />
        ))}
      </ul>
    </section>
  );
}

function OpenOccasion({ occasion, today }: { occasion: Occasion; today: string }) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const open = useOpenSubmission();
  const key = useRef(crypto.randomUUID());
  const late = today > occasion.receipt_deadline;
  const begin = () =>
    open.mutate(
      { occasion: occasion.id, key: key.current },
      {
        onSuccess: ({ id }) => navigate(`/submissions/${id}`),
        onError: (error) => {
          if (!(error instanceof Refusal) || !error.outcomeUnknown) key.current = crypto.randomUUID();
        },
      },
    );
  return (
    <li className={styles.occasion}>
      <h3>
        <Vi>{occasion.name}</Vi>
      </h3>
      <p className={styles.soft}>
        {t('submission.guidance', {
          number: occasion.document.number,
          date: occasion.document.date ? formatDate(occasion.document.date) : '–',
        })}
      </p>
      <ul className={styles.bullets}>
        {occasion.forms.map((form) => (
          <li key={form}>
            <Vi>{occasion.form_names[form] ?? form}</Vi>
          </li>
        ))}
      </ul>
      <div className={styles.tags}>
        <Tag tone={late ? 'late' : 'draft'} icon={CalendarClock}>
          {t(late ? 'submission.deadlinePassed' : 'submission.deadline', { date: formatDate(occasion.receipt_deadline) })}
        </Tag>
      </div>
      {open.error && <Trouble error={open.error} title={t('decide.problem')} />}
      <div>
        <Button variant="default" loading={open.isPending} onClick={begin}>
          {t('units.begin')} <span className="visually-hidden">{occasion.name}</span>
        </Button>
      </div>
    </li>
  );
}
