// One role of a person: who asked for it, by what document, and granting, refusing or ending it.
import { CircleCheck, CircleX, Clock } from 'lucide-react';
import { type Appointment, useAnswerAppointment, useEndAppointment } from '../../api/appointments';
import type { Me } from '../../api/me';
import { ActDialog } from '../../parts/ActDialog';
import { Facts } from '../../parts/Facts';
import { formText } from '../../parts/formText';
import layout from '../../parts/layout.module.css';
import { NamedDateField } from '../../parts/NamedDateField';
import { Tag } from '../../parts/Tag';
import { Vi } from '../../parts/Vi';
import { formatDate } from '../../words/format';
import { useWords } from '../../words/WordsProvider';

const looks = {
  waiting: ['warn', Clock],
  refused: ['late', CircleX],
  to_come: ['primary', Clock],
  in_force: ['ok', CircleCheck],
  ended: ['draft', CircleX],
} as const;

export function AppointmentItem({ appointment, me }: { appointment: Appointment; me: Me }) {
  const { t } = useWords();
  const reply = useAnswerAppointment(appointment);
  const end = useEndAppointment(appointment);
  const { state, document } = appointment;
  const [tone, icon] = looks[state];
  const involved = appointment.requested_by?.person === me.person || appointment.person === me.person;
  const what = t('admin.roleAt', { name: appointment.name, role: t(`role.${appointment.role}`), office: appointment.office_name });
  const lasts = appointment.to
    ? t('admin.fromTo', { from: formatDate(appointment.from), to: formatDate(appointment.to) })
    : t('admin.fromOn', { from: formatDate(appointment.from) });
  return (
    <article className={layout.card}>
      <div className={layout.cardHead}>
        <h2>
          <Vi>{appointment.name}</Vi>
        </h2>
        <Tag tone={tone} icon={icon}>
          {t(`admin.state.${state}`)}
        </Tag>
      </div>
      <Facts
        items={[
          [t('admin.role'), t(`role.${appointment.role}`)],
          [t('admin.office'), <Vi key="office">{appointment.office_name}</Vi>],
          [t('admin.lasts'), lasts],
          [t('decisions.behalf'), appointment.behalf_of && <Vi key="behalf">{appointment.behalf_of.name}</Vi>],
          [
            t('admin.authorisation'),
            document && (
              <Vi key="document">
                {document.date
                  ? t('occasions.document', { number: document.number, date: formatDate(document.date) })
                  : document.number}{' '}
                {appointment.has_document_file && (
                  <a href={`/v1/appointments/${appointment.id}/document`} download>
                    {t('admin.file')}
                  </a>
                )}
              </Vi>
            ),
          ],
          [t('admin.askedBy'), appointment.requested_by && <Vi key="asked">{appointment.requested_by.name}</Vi>],
        ]}
      />
      {state === 'waiting' && involved && <p className={layout.warning}>{t('admin.secondPerson')}</p>}
      {state === 'waiting' && !involved && (
        <div className={layout.tools}>
          <ActDialog
            label={t('admin.grant')}
            text={t('admin.grantEffect', { what })}
            done={t('admin.granted')}
            run={() => reply.mutateAsync(true)}
          />
          <ActDialog
            label={t('admin.refuse')}
            danger
            text={t('admin.refuseEffect', { what })}
            done={t('admin.refused')}
            run={() => reply.mutateAsync(false)}
          />
        </div>
      )}
      {(state === 'in_force' || state === 'to_come') && (
        <div className={layout.tools}>
          <ActDialog
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
        </div>
      )}
    </article>
  );
}
