// Granting, refusing or ending one role of a person.
import { type Appointment, useAnswerAppointment, useEndAppointment } from '../../api/appointments';
import type { Me } from '../../api/me';
import { ActDialog } from '../../parts/ActDialog';
import { formText } from '../../parts/formText';
import layout from '../../parts/layout.module.css';
import { NamedDateField } from '../../parts/NamedDateField';
import { useWords } from '../../words/WordsProvider';
import styles from './rows.module.css';

export function AppointmentActs({ appointment, me }: { appointment: Appointment; me: Me }) {
  const { t } = useWords();
  const reply = useAnswerAppointment(appointment);
  const end = useEndAppointment(appointment);
  const { state } = appointment;
  const involved = appointment.requested_by?.person === me.person || appointment.person === me.person;
  const what = t('admin.roleAt', { name: appointment.name, role: t(`role.${appointment.role}`), office: appointment.office_name });
  if (state === 'waiting' && involved) return <span className={layout.warning}>{t('admin.secondPerson')}</span>;
  return (
    <div className={styles.acts}>
      {state === 'waiting' && (
        <>
          <ActDialog
            quiet
            label={t('admin.grant')}
            text={t('admin.grantEffect', { what })}
            done={t('admin.granted')}
            run={() => reply.mutateAsync(true)}
          />
          <ActDialog
            quiet
            label={t('admin.refuse')}
            danger
            text={t('admin.refuseEffect', { what })}
            done={t('admin.refused')}
            run={() => reply.mutateAsync(false)}
          />
        </>
      )}
      {(state === 'in_force' || state === 'to_come') && (
        <ActDialog
          quiet
          label={t('admin.end')}
          danger
          text={t('admin.endEffect', { what })}
          done={t('admin.endedNow')}
          run={(form) => end.mutateAsync(form.get('now') ? { now: true } : { last_day: formText(form, 'day') })}
        >
          <NamedDateField name="day" label={t('admin.lastDay')} required initial={me.today} />
          <label className={layout.tick}>
            <input type="checkbox" name="now" />
            {t('admin.endNow')}
          </label>
        </ActDialog>
      )}
    </div>
  );
}
