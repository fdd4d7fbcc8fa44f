// The last look before the dossier is signed and sent: parts, rules, what changed, who receives it, and the sending.
import { Link } from 'wouter';
import { Tag } from '../../../../parts/Tag';
import { SummaryChecks } from '../../../../parts/SummaryChecks';
import { Vi } from '../../../../parts/Vi';
import { useWords } from '../../../../words/WordsProvider';
import styles from '../../Units.module.css';
import { draftAddress } from '../addresses';
import own from '../Draft.module.css';
import { useDesk } from '../DraftContext';
import { MissingThing } from '../MissingThing';
import { statusLooks } from '../statusLooks';
import { DifferenceList } from './DifferenceList';
import { PartHeading } from './PartHeading';
import { SendPanel } from './SendPanel';

export function CheckPart() {
  const { t } = useWords();
  const { dossier, tasks } = useDesk();
  const receiver = dossier.route.find((stage) => stage.id === dossier.returned_from) ?? dossier.route[0];
  const returned = dossier.points.some((point) => point.open);
  return (
    <section className={styles.card}>
      <PartHeading name="check" />
      <ul className={own.review}>
        {tasks.map(({ name, status, missing }) => {
          const [tone, icon] = statusLooks[status];
          if (name === 'check' && missing.length === 0) return null;
          return (
            <li key={name}>
              <div className={own.reviewHead}>
                <strong>{t(`draft.task.${name}`)}</strong>
                <Tag tone={tone} icon={icon}>
                  {t(`draft.status.${status}`)}
                </Tag>
                {name !== 'check' && (
                  <Link href={draftAddress(dossier.id, name)}>
                    {t('draft.mend')} <span className="visually-hidden">{t(`draft.task.${name}`)}</span>
                  </Link>
                )}
              </div>
              <ul className={own.reasons}>
                {missing.map((reason) => (
                  <MissingThing key={reason.code + reason.pointer} reason={reason} />
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
      <SummaryChecks id={dossier.id} />
      {returned && <DifferenceList />}
      {receiver && (
        <p>
          {t('draft.receiver')}: <Vi>{receiver.office_name ?? receiver.name}</Vi>
        </p>
      )}
      <SendPanel />
    </section>
  );
}
