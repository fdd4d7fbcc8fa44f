// What every level has said: the proposal, points to fix, endorsements, consulted opinions and observers' comments.
import { type Dossier, useComments } from '../../../api/dossier';
import { formatInstant } from '../../../words/format';
import { useWords } from '../../../words/WordsProvider';
import { OpinionItem } from './OpinionItem';
import { PointList } from './PointList';
import styles from './Section.module.css';

export function OpinionsSection({ dossier }: { dossier: Dossier }) {
  const { t } = useWords();
  const { data: comments } = useComments(dossier.id);
  const { proposal, endorsements, opinions, points, names } = dossier;
  const person = (id: string) => names.people[id] ?? '';
  const office = (id: string) => names.offices[id] ?? '';
  const said = comments?.items ?? [];
  const nothing = !proposal && endorsements.length + opinions.length + points.length + said.length === 0;
  return (
    <div className={styles.cards}>
      {nothing && <p className={styles.card}>{t('opinions.none')}</p>}
      {proposal && (
        <section className={styles.card}>
          <h2>{t('opinions.proposal')}</h2>
          <ul className={styles.lines}>
            <OpinionItem who={person(proposal.person)} verdict={t(`command.${proposal.kind}`)} text={proposal.text} />
          </ul>
        </section>
      )}
      <PointList points={points} dossier={dossier} />
      {endorsements.length > 0 && (
        <section className={styles.card}>
          <h2>{t('opinions.endorsements')}</h2>
          <ul className={styles.lines}>
            {endorsements.map((each) => (
              <OpinionItem
                key={each.stage + each.person + each.content_hash}
                who={[person(each.person), office(each.office)].filter(Boolean).join(' · ')}
                verdict={t(each.agrees ? 'opinions.agree' : 'opinions.disagree')}
                agrees={each.agrees}
                text={each.opinion}
                note={[
                  each.minutes &&
                    t('opinions.minutes', {
                      number: each.minutes.number,
                      votes: each.minutes.votes_for,
                      total: each.minutes.members_total,
                      present: each.minutes.members_present,
                    }),
                  !each.valid && t('opinions.void'),
                ]}
              />
            ))}
          </ul>
        </section>
      )}
      {opinions.length > 0 && (
        <section className={styles.card}>
          <h2>{t('opinions.consulted')}</h2>
          <ul className={styles.lines}>
            {opinions.map((each) => (
              <OpinionItem
                key={each.text.id}
                who={[person(each.person), office(each.office)].filter(Boolean).join(' · ')}
                verdict={t(each.agrees ? 'opinions.agree' : 'opinions.disagree')}
                agrees={each.agrees}
                text={each.text}
              />
            ))}
          </ul>
        </section>
      )}
      {said.length > 0 && (
        <section className={styles.card}>
          <h2>{t('opinions.comments')}</h2>
          <ul className={styles.lines}>
            {said.map((each) => (
              <OpinionItem
                key={each.n}
                who={`${each.person_name} · ${each.office_name} · ${formatInstant(each.at)}`}
                text={{ value: each.text ?? undefined }}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
