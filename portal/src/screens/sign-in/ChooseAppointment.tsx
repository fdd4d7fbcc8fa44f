// In which of several roles to work.
import { Button } from '@mantine/core';
import { type Session, useChooseAppointment, useSignOut } from '../../api/session';
import { AppointmentList } from '../../parts/AppointmentList';
import { Trouble } from '../../parts/Trouble';
import { useWords } from '../../words/WordsProvider';
import { Entrance } from './Entrance';

export default function ChooseAppointment({ session }: { session: Session }) {
  const { t } = useWords();
  const choose = useChooseAppointment();
  const signOut = useSignOut();
  return (
    <Entrance title={t('appointment.title')}>
      {choose.error && <Trouble error={choose.error} title={t('decide.problem')} />}
      <AppointmentList session={session} busy={choose.isPending} onChoose={(id) => choose.mutate(id)} />
      <Button variant="subtle" onClick={() => signOut.mutate()}>
        {t('app.signOut')}
      </Button>
    </Entrance>
  );
}
