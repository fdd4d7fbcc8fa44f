// By what document a role is held, and who asked for it.
import type { Appointment } from '../../api/appointments';
import { Vi } from '../../parts/Vi';
import { formatDate } from '../../words/format';
import { useWords } from '../../words/WordsProvider';
import styles from './rows.module.css';

export function AppointmentBasis({ appointment }: { appointment: Appointment }) {
  const { t } = useWords();
  const { document, requested_by, has_document_file } = appointment;
  if (!document && !requested_by) return null;
  return (
    <span>
      {document && (
        <Vi>
          {document.date ? t('occasions.document', { number: document.number, date: formatDate(document.date) }) : document.number}
        </Vi>
      )}{' '}
      {has_document_file && (
        <a href={`/v1/appointments/${appointment.id}/document`} download>
          {t('admin.file')}
        </a>
      )}
      {requested_by && (
        <span className={styles.soft}>
          {t('admin.askedBy')}: <Vi>{requested_by.name}</Vi>
        </span>
      )}
    </span>
  );
}
