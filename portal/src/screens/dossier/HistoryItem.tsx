// One event of the log: what, who for whom, when, and the words and documents that went with it.
import { useEffect, useRef } from 'react';
import type { HistoryEvent } from '../../api/dossier';
import { formatDate, formatInstant } from '../../words/format';
import { useWords } from '../../words/WordsProvider';
import { detailsOf } from './eventDetails';
import { eventIcon } from './eventIcon';
import styles from './HistoryItem.module.css';

interface HistoryItemProps {
  readonly event: HistoryEvent;
  readonly people: Readonly<Record<string, string>>;
  /** A link pointed at this one. */
  readonly meant?: boolean;
}

export function HistoryItem({ event, people, meant = false }: HistoryItemProps) {
  const { t, lookUp } = useWords();
  const Icon = eventIcon(event.type);
  const details = detailsOf(event);
  const actor = event.actor ? people[event.actor.person] : undefined;
  const what = event.unreadable ? t('history.unreadable') : lookUp(`event.${event.type}`, t('event.other'));
  const actingFor = event.acting_for;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (meant) item.current?.scrollIntoView({ block: 'center' });
  }, [meant]);
  return (
    <li ref={item} className={styles.item} data-meant={meant || undefined} aria-current={meant || undefined}>
      <span className={styles.icon} aria-hidden>
        <Icon size={16} />
      </span>
      <div className={styles.text}>
        <strong>
          {what}
          {details.proposal && `: ${t(`command.${details.proposal}`)}`}
          {details.outcome && `: ${t(`field.approved.${details.outcome}`)}`}
          {details.disagrees && ` ${t('history.agreeNot')}`}
        </strong>
        <span className={styles.soft} lang="vi">
          {[actor, event.office_name].filter(Boolean).join(' · ')}
        </span>
        {actingFor && (
          <span className={styles.soft}>
            {actingFor.document
              ? t('history.actingFor', { name: actingFor.name, number: actingFor.document.number })
              : t('history.actingForOnly', { name: actingFor.name })}
          </span>
        )}
        {event.at && <span className={styles.soft}>{formatInstant(event.at)}</span>}
        {details.person && <span>{t('history.toPerson', { name: people[details.person] ?? '' })}</span>}
        {details.paper && <span>{lookUp(`slot.${details.paper}`, details.paper)}</span>}
        {details.document && (
          <span>
            {details.document.date
              ? t('history.letterDated', { number: details.document.number, date: formatDate(details.document.date) })
              : t('history.letter', { number: details.document.number })}
          </span>
        )}
        {details.texts.map((text) => (
          <blockquote key={text} className={styles.quote} lang="vi">
            {text}
          </blockquote>
        ))}
      </div>
    </li>
  );
}
